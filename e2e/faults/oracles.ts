import type { BrowserContext, Page } from "@playwright/test";
import { axeFindings } from "../axe";
import { expect } from "../fixtures";
import type { SeenRequest } from "../local-azure-control";
import { createdId, listed, typed } from "./acts";
import type { FaultRow, Stage } from "./fault-row";

/** More of one failing call in a row of the matrix is hammering, whatever the reason. */
const MOST_FAILED_REPEATS = 6;

/** What the pages said while a row was played. */
export interface Watched {
  console: string[];
  announcements: string[];
}

/** Begins to listen to every tab; call before anything is opened. */
export async function watch(context: BrowserContext): Promise<Watched> {
  const watched: Watched = { console: [], announcements: [] };
  context.on("console", (message) => watched.console.push(message.text()));
  await context.exposeFunction("reportAnnouncement", (text: string) => {
    watched.announcements.push(text);
  });
  await context.addInitScript(() => {
    const report = (self as unknown as { reportAnnouncement: (text: string) => void })
      .reportAnnouncement;
    const said = new WeakMap<Element, string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(
          "[aria-live]:not([aria-live=off]), [role=status], [role=alert]",
        );
        const text = region?.textContent?.trim() ?? "";
        if (!region || said.get(region) === text) continue;
        said.set(region, text);
        if (text !== "") report(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    // What needs no region: browsers that know it are told directly.
    for (const owner of [Document.prototype, Element.prototype]) {
      Object.assign(owner, { ariaNotify: report });
    }
  });
  return watched;
}

/** Holds the six oracles against what a row left behind. */
export async function checkOracles(row: FaultRow, stage: Stage, watched: Watched): Promise<void> {
  await nothingIsLost(row, stage);
  await noWriteIsDoubled(row, stage);
  await theScreenIsTruthful(row, stage);
  await theMessageIsActionable(row, stage);
  await requestsArePolite(row, stage);
  await itIsAccessibleAndQuiet(row, stage, watched);
}

/** O1: what was typed is in the form, or in Azure; what was listed is still listed. */
async function nothingIsLost({ intent }: FaultRow, { page, azure }: Stage): Promise<void> {
  if (intent === "list") {
    expect(new URL(page.url()).searchParams.get("q"), "O1: the search is kept").toBe(listed.name);
  } else if (intent === "create") {
    const { status, body } = await azure.arm("admin", "GET", createdId, "2026-07-01");
    const isInAzure = status === 200 && JSON.stringify(body).includes(typed.host);
    const isOnPage = isInAzure || (await textOf(page)).includes(typed.name);
    expect(isOnPage, "O1: what was typed is there").toBe(true);
  }
}

/** O2: Azure accepted no more writes of the endpoint than the person asked for. */
async function noWriteIsDoubled(
  { intent, writes, unanswered = 0 }: FaultRow,
  { azure }: Stage,
): Promise<void> {
  const method = intent === "delete" ? "DELETE" : "PUT";
  const sent = await azure.requestsTo(method, /\/registryEndpoints\/[^/?]+\?/i);
  const accepted = sent.filter(({ status }) => status >= 200 && status < 300);
  expect(accepted.map(describe), "O2: accepted writes").toHaveLength(writes - unanswered);
}

/** O3: what is so is shown, and nothing that is not. */
async function theScreenIsTruthful(row: FaultRow, { page }: Stage): Promise<void> {
  const text = await textOf(page);
  for (const wanted of row.shows ?? []) expect(text, "O3: shows").toMatch(wanted);
  for (const unwanted of row.hides ?? []) expect(text, "O3: hides").not.toMatch(unwanted);
  expect(text, "O3: an error is not an empty list").not.toMatch(/No registry endpoints yet/);
  if (row.writes === 0 && row.intent === "create") {
    expect(text, "O3: no success without a write").not.toContain("is created");
  }
}

/** O4: what failed, on what, with the id for support, and a way on. */
async function theMessageIsActionable({ failure }: FaultRow, { page }: Stage): Promise<void> {
  if (failure === undefined) {
    // What was reported of an earlier attempt fades away.
    await expect
      .poll(() => textOf(page), "O4: nothing is reported")
      .not.toMatch(/could not be|unexpected happened/);
    return;
  }
  const text = await textOf(page);
  for (const words of failure.says) expect(text, "O4: says").toMatch(words);
  if (failure.hasCorrelationId ?? true) expect(text, "O4: for support").toMatch(/correlation id/i);
  const name = failure.nextStep;
  const wayOn = page
    .getByRole("button", { name })
    .or(page.getByRole("link", { name }))
    .or(page.getByRole("textbox", { name }));
  await expect(wayOn.first(), "O4: a way on").toBeVisible();
}

/** O5: nobody asks again before Azure said so, nor over and over. */
async function requestsArePolite({ spacing }: FaultRow, { azure }: Stage): Promise<void> {
  const requests = await azure.requests();
  for (const [call, repeats] of byCall(requests.filter(isTroubled))) {
    const { length } = repeats;
    expect(length, `O5: failed repeats of ${call}`).toBeLessThanOrEqual(MOST_FAILED_REPEATS);
  }
  if (spacing === undefined) return;
  const { path, afterStatus, atLeastMs } = spacing;
  const waits = waitsAfter(
    requests.filter((request) => path.test(request.path)),
    afterStatus,
  );
  expect(waits, "O5: what was refused is asked again").not.toEqual([]);
  for (const wait of waits) {
    expect(wait, "O5: waits as long as Azure asked").toBeGreaterThanOrEqual(atLeastMs);
  }
}

/** Milliseconds from each answer of a status to the repetition of the same call. */
export function waitsAfter(requests: SeenRequest[], status: number): number[] {
  const asked = requests.filter(({ method }) => method !== "OPTIONS");
  return [...byCall(asked).values()].flatMap((calls) =>
    calls.flatMap((call, index) => {
      const following = calls[index + 1];
      if (call.status !== status || following === undefined) return [];
      return [Date.parse(following.time) - Date.parse(call.time)];
    }),
  );
}

/** O6: axe finds nothing, the focus is somewhere, nothing is said twice, and no token is in the console. */
async function itIsAccessibleAndQuiet(
  { intent }: FaultRow,
  { page }: Stage,
  { console: lines, announcements }: Watched,
): Promise<void> {
  expect(await axeFindings(page), "O6: axe").toEqual([]);
  if (intent === "create" || intent === "edit") {
    const hasFocus = await page.evaluate(() => document.activeElement !== document.body);
    expect(hasFocus, "O6: the focus is not lost").toBe(true);
  }
  expect(lines.join("\n"), "O6: no token in the console").not.toMatch(/eyJ[\w-]{10,}\./);
  const failures = announcements.filter((text) => /could not be|failed/i.test(text));
  expect(failures, "O6: a failure is said once").toEqual([...new Set(failures)]);
}

/** A 404 is also how a free name is found out. */
function isTroubled({ status }: SeenRequest): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}

/** Requests that repeat each other, oldest first. Different queries of Resource Graph go to the same address. */
function byCall(requests: SeenRequest[]): Map<string, SeenRequest[]> {
  const calls = new Map<string, SeenRequest[]>();
  for (const request of requests) {
    const call = `${describe(request)} ${request.body ?? ""}`;
    calls.set(call, [...(calls.get(call) ?? []), request]);
  }
  return calls;
}

function describe({ method, path }: SeenRequest): string {
  return `${method} ${path.replace(/\?.*$/, "")}`;
}

/** What can be read on the page, and what its fields hold. */
async function textOf(page: Page): Promise<string> {
  const values = await page.evaluate(() =>
    [...document.querySelectorAll("input, textarea")].map((input) =>
      input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement ? input.value : "",
    ),
  );
  return `${await page.locator("body").innerText()}\n${values.join("\n")}`;
}
