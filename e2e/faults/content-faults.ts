import { instanceIds } from "../../emulator/scenarios/contoso-names";
import { expect } from "../fixtures";
import { ENDPOINT, listed } from "./acts";
import type { FaultRow, Stage } from "./fault-row";

const SCRIPT = "<script>window.hit = 1</script>";

const hostile = `${listed.name} <img src=x onerror="window.hit = 1">`;
const bare = `${listed.name}-bare`;
const long = `${listed.name}-${"long".repeat(160)}`;

/** Endpoints that Azure refuses today; every one has a word of the list's search in its name. */
const odd: Record<string, Record<string, unknown>> = {
  [hostile]: {
    host: SCRIPT,
    authentication: { method: "WorkloadIdentity", workloadIdentitySettings: { issuer: SCRIPT } },
    provisioningState: "Hibernating",
    codeSigningCas: [{ type: "Vault", vaultRef: "kv-1" }],
    mirror: { hosts: [SCRIPT], isNew: true },
  },
  [`${listed.name} \u202Eelor-daed\u202C مصنع القاهرة 🏭`]: { host: "سجل.مثال:5000/👩‍🚀" },
  [long]: { host: `${"a".repeat(630)}.io` },
  [bare]: {},
  [`${listed.name}-null`]: {
    host: null,
    authentication: null,
    codeSigningCas: null,
    provisioningState: null,
  },
};

async function expectWholePage({ page }: Stage): Promise<void> {
  expect(await page.evaluate(() => "hit" in window), "a name was run as script").toBe(false);
  const isCut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
  expect(isCut, "the page is wider than the window").toBe(false);
}

export const contentFaults: FaultRow[] = [
  {
    id: "E5",
    fault: "members are missing, unknown, too long or hostile",
    intent: "list",
    play: async (stage) => {
      const { page, azure, openAs } = stage;
      const endpoints = Object.entries(odd).map(([name, properties]) => ({
        id: `${instanceIds.gothenburg}/registryEndpoints/${name}`,
        name,
        type: ENDPOINT,
        properties,
      }));
      await azure.changeStore({ put: endpoints });
      await azure.advance(10_000);
      await openAs("admin", `/endpoints?q=${listed.name}`);
      for (const name of [...Object.keys(odd), listed.name]) {
        await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
      }
      await expectWholePage(stage);
      for (const name of [long, bare, hostile]) {
        // A long name is cut off: a person presses what they see of it.
        await page.getByRole("link", { name, exact: true }).click({ position: { x: 8, y: 8 } });
        await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
        await expect(page.getByRole("region", { name: "As code" })).toBeVisible();
        await expectWholePage(stage);
        if (name === hostile) {
          for (const text of ["WorkloadIdentity", "Hibernating", "Vault", "kv-1", SCRIPT]) {
            await expect(page.getByRole("main")).toContainText(text);
          }
        }
        await page.goBack();
      }
      await expect(page.getByRole("row")).toHaveCount(Object.keys(odd).length + 2);
    },
    writes: 0,
    shows: [/WorkloadIdentity/, /Hibernating/, /<img src=x/, /مصنع القاهرة/],
  },
];
