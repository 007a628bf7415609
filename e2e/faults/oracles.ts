import type { BrowserContext, Locator, Page, Request } from "@playwright/test";
import { axeFindings } from "../axe";
import { readEndpoint } from "../editing";
import { expect } from "../fixtures";
import type { LocalAzureControl, SeenRequest } from "../local-azure-control";
import { createdId, listed, listedRow, typed, typedWords } from "./acts";
import type { ExpectedFailure, FaultRow, Stage } from "./fault-row";

/** More of one failing call in a row of the matrix is hammering, whatever the reason. */
const MOST_FAILED_REPEATS = 6;

const WRITES = new Set(["PUT", "PATCH", "DELETE"]);

/** What the pages said, and what failed for them, while a row was played. */
export interface Watched {
  console: string[];
  announcements: string[];
  /** Each call that a page sent in vain: what the browser repeats by itself, on other connections, is one of them. */
  failedCalls: string[];
}

/** Begins to listen to every tab; call before anything is opened. */
export async function watch(context: BrowserContext): Promise<Watched> {
  const watched: Watched = { console: [], announcements: [], failedCalls: [] };
  context.on("console", (message) => watched.console.push(message.text()));
  context.on("response", (response) => {
    if (isTroubled(response.status())) watched.failedCalls.push(callOf(response.request()));
  });
  context.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      watched.failedCalls.push(callOf(request));
  });
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

/** Holds the six oracles against what a row left behind, then goes on as the page offers it. */
export async function checkOracles(row: FaultRow, stage: Stage, watched: Watched): Promise<void> {
  await nothingIsLost(row, stage);
  await noWriteIsDoubled(row, stage);
  await theScreenIsTruthful(row, stage);
  await theMessageIsActionable(row, stage);
  await requestsArePolite(row, stage, watched);
  await itIsAccessibleAndQuiet(row, stage, watched);
  if (row.failure) await theWayOnLeadsOn(row.failure, stage);
}

/** O1: all that was typed is in the form, or in Azure; what was listed is still listed. */
async function nothingIsLost(row: FaultRow, stage: Stage): Promise<void> {
  const { page } = stage;
  if (row.intent === "list") {
    expect(new URL(page.url()).searchParams.get("q"), "O1: the search is kept").toBe(listed.name);
    if (row.isListed ?? true) await expect(listedRow(stage), "O1: still listed").toBeVisible();
  }
  const isForm = await page.getByRole("navigation", { name: "Steps" }).isVisible();
  const isDone = await page.getByRole("button", { name: "Go to endpoint" }).isVisible();
  if (isForm && !isDone) {
    const text = await textOf(page);
    for (const member of row.typed ?? typedWords) expect(text, "O1: typed").toContain(member);
  } else if (row.intent === "create") {
    const { properties } = await readEndpoint(stage.azure, createdId);
    const { host, authentication } = properties;
    expect({ host, method: authentication.method }, "O1: Azure has what was typed").toEqual({
      host: typed.host,
      method: typed.method,
    });
  }
}

/** O2: Azure accepted no more writes of the endpoint than the person asked for. */
async function noWriteIsDoubled(
  { intent, writes, unanswered = 0 }: FaultRow,
  { azure }: Stage,
): Promise<void> {
  const method = intent === "delete" ? "DELETE" : "PUT";
  const accepted = (await acceptedWrites(azure)).filter((write) => write.method === method);
  expect(accepted.map(describe), "O2: accepted writes").toHaveLength(writes - unanswered);
}

async function acceptedWrites(azure: LocalAzureControl): Promise<SeenRequest[]> {
  return (await azure.requests()).filter(
    ({ method, path, status }) =>
      WRITES.has(method) &&
      /\/registryEndpoints\/[^/?]+\?/i.test(path) &&
      status >= 200 &&
      status < 300,
  );
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

/** O4: what failed, on what, whether it was applied, with the id for support, and a way on. */
async function theMessageIsActionable({ failure }: FaultRow, stage: Stage): Promise<void> {
  if (failure !== undefined) return expectFailure(failure, stage);
  // What was reported of an earlier attempt fades away.
  await expect
    .poll(() => textOf(stage.page), "O4: nothing is reported")
    .not.toMatch(/could not be|unexpected happened/);
}

const OUTCOMES = {
  no: /Azure did not apply the change\.|Nothing (?:of yours )?has been sent\./,
  accepted: /Azure accepted the change but did not complete it\./,
  unknown: /It is not known whether Azure applied the change/,
};

/** Holds O4 against a failure that the page shows now. */
export async function expectFailure(
  { says, applied, nextStep, hasCorrelationId = true }: Omit<ExpectedFailure, "leadsTo" | "mend">,
  { page, azure }: Stage,
): Promise<void> {
  const text = await textOf(page);
  for (const words of says) expect(text, "O4: says").toMatch(words);
  for (const [outcome, words] of Object.entries(OUTCOMES)) {
    if (outcome === applied) expect(text, "O4: says whether it was applied").toMatch(words);
    else expect(text, "O4: says nothing else of it").not.toMatch(words);
  }
  if (applied === "read") {
    const writes = (await azure.requests()).filter(({ method }) => WRITES.has(method));
    expect(writes.map(describe), "O4: no change was sent").toEqual([]);
  }
  if (hasCorrelationId) expect(text, "O4: for support").toMatch(/correlation id/i);
  await expect(wayOn(page, nextStep), "O4: a way on").toBeEnabled();
}

/** O4: what the page offers can be used, leads somewhere, and sends one change at most. */
async function theWayOnLeadsOn(failure: ExpectedFailure, stage: Stage): Promise<void> {
  const { page, azure } = stage;
  const before = (await acceptedWrites(azure)).length;
  await azure.clearFaults();
  await failure.mend?.(stage);
  await wayOn(page, failure.nextStep).click();
  await failure.leadsTo(stage);
  const after = (await acceptedWrites(azure)).length;
  expect(after - before, "O2: changes sent by going on").toBeLessThanOrEqual(1);
}

function wayOn(page: Page, name: RegExp): Locator {
  return page
    .getByRole("button", { name })
    .or(page.getByRole("link", { name }))
    .or(page.getByRole("textbox", { name }))
    .first();
}

/** O5: nobody asks again before Azure said so, nor over and over. */
async function requestsArePolite(
  { spacing, hasHiddenHeaders = false }: FaultRow,
  { azure }: Stage,
  { failedCalls }: Watched,
): Promise<void> {
  for (const call of new Set(failedCalls)) {
    const { length } = failedCalls.filter((failed) => failed === call);
    expect(length, `O5: failed repeats of ${call}`).toBeLessThanOrEqual(MOST_FAILED_REPEATS);
  }
  const requests = await azure.requests();
  const sent = requests.filter(({ headers }) => headers.origin !== undefined);
  const early = hasHiddenHeaders ? [] : repeatsOf(sent).filter(isTooEarly);
  expect(
    early.map(({ call, waitMs }) => `${describe(call)}, ${waitMs} ms after ${call.retryAfter} s`),
    "O5: nothing is asked again before its Retry-After is over",
  ).toEqual([]);
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

/** A call that was made again, and how many milliseconds later. */
interface Repeat {
  call: SeenRequest;
  waitMs: number;
}

function repeatsOf(requests: SeenRequest[]): Repeat[] {
  const asked = requests.filter(({ method }) => method !== "OPTIONS");
  return [...byCall(asked).values()].flatMap((calls) =>
    calls.flatMap((call, index) => {
      const following = calls[index + 1];
      if (following === undefined) return [];
      return [{ call, waitMs: Date.parse(following.time) - Date.parse(call.time) }];
    }),
  );
}

function isTooEarly({ call: { retryAfter }, waitMs }: Repeat): boolean {
  return retryAfter !== undefined && waitMs < Number(retryAfter) * 1_000;
}

/** Milliseconds from each answer of a status to the repetition of the same call. */
export function waitsAfter(requests: SeenRequest[], status: number): number[] {
  return repeatsOf(requests).flatMap(({ call, waitMs }) =>
    call.status === status ? [waitMs] : [],
  );
}

/** O6: axe finds nothing, the focus is somewhere, nothing is said twice, and no token is in the console. */
async function itIsAccessibleAndQuiet(
  { intent }: FaultRow,
  { page }: Stage,
  { console: lines, announcements }: Watched,
): Promise<void> {
  expect(await axeFindings(page), "O6: axe").toEqual([]);
  if (intent === "create" || intent === "edit" || intent === "delete") {
    const hasFocus = await page.evaluate(() => document.activeElement !== document.body);
    expect(hasFocus, "O6: the focus is not lost").toBe(true);
  }
  expect(lines.join("\n"), "O6: no token in the console").not.toMatch(/eyJ[\w-]{10,}\./);
  const failures = announcements.filter((text) => /could not be|failed/i.test(text));
  expect(failures, "O6: a failure is said once").toEqual([...new Set(failures)]);
}

/** A 404 is also how a free name is found out. */
function isTroubled(status: number): boolean {
  return status === 401 || status === 408 || status === 429 || status >= 500;
}

/** Calls with the same are repeats of each other; different queries of Resource Graph go to the same address. */
function callOf(request: Request): string {
  const path = new URL(request.url()).pathname;
  return `${request.method()} ${path} ${request.postData() ?? ""}`;
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
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")]
      .filter((input) => !["radio", "checkbox"].includes(input.type))
      .map((input) => input.value),
  );
  return `${await page.locator("body").innerText()}\n${values.join("\n")}`;
}
