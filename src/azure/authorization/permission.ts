import { list, record, text } from "../http/wire-reader";

export const AUTHORIZATION_API_VERSION = "2022-04-01";

/** One element of a permissions answer; the caller may do what any element allows. */
export interface Permission {
  actions?: string[];
  notActions?: string[];
  dataActions?: string[];
  notDataActions?: string[];
}

const actions = list(text);

/** Reads one element of a permissions answer. Undefined for what is none. */
export const readPermission = record({
  actions,
  notActions: actions,
  dataActions: actions,
  notDataActions: actions,
}) as (wire: unknown) => Permission | undefined;
