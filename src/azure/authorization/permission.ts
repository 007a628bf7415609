export const AUTHORIZATION_API_VERSION = "2022-04-01";

/** One element of a permissions answer; the caller may do what any element allows. */
export interface Permission {
  actions?: string[];
  notActions?: string[];
  dataActions?: string[];
  notDataActions?: string[];
}
