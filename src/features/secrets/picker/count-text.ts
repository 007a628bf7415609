/** How many secrets there are and match, in a sentence. */
export function countText(counts: {
  all: number;
  found: number;
  query: string;
  isComplete: boolean;
  vault: string;
}): string {
  const { all, found, query, isComplete, vault } = counts;
  const loading = isComplete ? "" : ` ${all} loaded, still loading…`;
  if (query.trim() !== "") {
    const match = found === 1 ? "1 secret matches" : `${found || "No"} secrets match`;
    return `${match} “${query.trim()}”.${loading}`;
  }
  if (isComplete && all === 0) {
    return `${vault} has no secrets yet. Make one with New secret.`;
  }
  return isComplete ? `${all} ${all === 1 ? "secret" : "secrets"}` : loading.trim();
}
