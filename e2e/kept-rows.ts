import type { Page } from "@playwright/test";

/** True once this browser keeps the rows of a visit, all of them, for the next one. */
export async function areRowsKept(page: Page): Promise<boolean> {
  return (await keptParts(page)).some(({ key }) => key.endsWith(" head"));
}

/** How many rows this browser keeps for the next visit. */
export async function keptRowCount(page: Page): Promise<number> {
  const parts = (await keptParts(page)).filter(({ key }) => !key.endsWith(" head"));
  return parts.reduce((count, { rows }) => count + rows, 0);
}

/** What the database of kept rows holds, by its keys; nothing where the app has not made it. */
function keptParts(page: Page): Promise<{ key: string; rows: number }[]> {
  return page.evaluate(
    () =>
      new Promise<{ key: string; rows: number }[]>((resolve, reject) => {
        const opening = indexedDB.open("rep.rows");
        // It is the app's to make: one without its store would be of no use to it.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () =>
          opening.error?.name === "AbortError"
            ? resolve([])
            : reject(new Error("The rows cannot be opened."));
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction("rows").objectStore("rows");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            database.close();
            resolve(
              keys.result.map((key, at) => ({
                key: key as string,
                rows: [values.result[at]].flat().length,
              })),
            );
          };
        };
      }),
  );
}
