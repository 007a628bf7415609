import type { VaultSecret } from "../../../azure/key-vault/key-vault";

/** The secrets whose name, content type and tags hold every word of the query, in any order and case. */
export function matchingSecrets(secrets: VaultSecret[], query: string): VaultSecret[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? secrets
    : secrets.filter((secret) => {
        const text = searchText(secret);
        return words.every((word) => text.includes(word));
      });
}

function searchText({ name, tags, properties }: VaultSecret): string {
  const labels = Object.entries(tags ?? {}).map(([key, value]) => `${key}:${value}`);
  return [name, properties.contentType ?? "", ...labels].join("\n").toLowerCase();
}
