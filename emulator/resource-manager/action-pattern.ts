/**
 * Compiles one entry of a role's `actions`: `*` stands for any text, slashes included, and case does
 * not matter (Azure custom roles documentation). The returned predicate runs in linear time.
 */
export function compileActionPattern(pattern: string): (action: string) => boolean {
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const last = rest.pop();
  if (last === undefined) return (action) => action.toLowerCase() === first;
  return (action) => {
    const text = action.toLowerCase();
    if (!text.startsWith(first)) return false;
    let position = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, position);
      if (found < 0) return false;
      position = found + part.length;
    }
    return text.length - last.length >= position && text.endsWith(last);
  };
}
