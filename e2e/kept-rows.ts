import type { Page } from "@playwright/test";

/** True once this browser keeps the rows of a visit, all of them, for the next one. */
export function areRowsKept(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open("rep.rows");
        opening.onerror = () => reject(new Error("The rows cannot be opened."));
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("rows").objectStore("rows").getAllKeys();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.some((key) => (key as string).endsWith(" head")));
          };
        };
      }),
  );
}
