/** What a picker searches in an item. */
export interface SearchableItem {
  label: string;
  description?: string;
  searchText?: string;
}

/**
 * The items that hold every word of the query, in any order and case, in label, description or
 * search text. An empty query matches all. Items whose label starts with the query come first.
 */
export function matchingItems<Item extends SearchableItem>(items: Item[], query: string): Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const [firstWord] = words;
  if (firstWord === undefined) return items;
  const matches = items.filter((item) => {
    const text = `${item.label}\n${item.description ?? ""}\n${item.searchText ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const startsWithQuery = (item: Item) => item.label.toLowerCase().startsWith(firstWord);
  return [...matches.filter(startsWithQuery), ...matches.filter((item) => !startsWithQuery(item))];
}
