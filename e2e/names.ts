/** Last segment of a resource id. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
