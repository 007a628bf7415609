import { ArmError } from "./arm-error";
import { queryParameter } from "./request-checks";

/**
 * One page of a list that is sorted by id. The skip token holds the last id of the page, so that items
 * which come and go between two pages neither repeat others nor hide them.
 *
 * @param url the request's own address: the next link is made on the same origin and path
 */
export function pageOf<Item extends { id: string }>(
  items: readonly Item[],
  pageSize: number,
  url: URL,
): { items: Item[]; nextLink?: string } {
  const token = queryParameter(url, "$skiptoken");
  const after = token === undefined ? undefined : decodeSkipToken(token);
  const start = after === undefined ? 0 : items.findIndex(({ id }) => id.toLowerCase() > after);
  if (start < 0) return { items: [] };
  const page = items.slice(start, start + pageSize);
  const last = page.at(-1);
  if (last === undefined || start + pageSize >= items.length) return { items: page };
  const next = new URL(url);
  next.searchParams.delete("$skipToken");
  next.searchParams.delete("$skiptoken");
  next.searchParams.set("$skiptoken", encodeSkipToken(last.id.toLowerCase()));
  return { items: page, nextLink: next.toString() };
}

/** The `$top` of a request, at most `pageSize`. */
export function pageSizeOf(url: URL, pageSize: number): number {
  const top = queryParameter(url, "$top");
  if (top === undefined) return pageSize;
  if (!/^[1-9]\d*$/.test(top)) {
    throw new ArmError(
      400,
      "InvalidQueryParameterValue",
      `The value '${top}' of '$top' is invalid.`,
    );
  }
  return Math.min(Number(top), pageSize);
}

const prefix = "1!";

function encodeSkipToken(id: string): string {
  return Buffer.from(`${prefix}${id}`).toString("base64url");
}

function decodeSkipToken(token: string): string {
  const text = Buffer.from(token, "base64url").toString();
  if (text.startsWith(prefix)) return text.slice(prefix.length);
  throw new ArmError(400, "InvalidSkipToken", "The provided skip token is invalid.");
}
