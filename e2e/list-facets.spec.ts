import { loginServers, subscriptionNames } from "../emulator/scenarios/contoso-names";
import { expect, test } from "./fixtures";
import { storedEndpoints, type StoredEndpoint } from "./stored-endpoints";

type Has = (endpoint: StoredEndpoint) => boolean;

const is =
  (field: keyof StoredEndpoint, ...values: string[]): Has =>
  (endpoint) =>
    values.includes(endpoint[field]);

/** Two values of each facet by their names, and which endpoints have them. */
const facets: Readonly<Record<string, Readonly<Record<string, Has>>>> = {
  Host: {
    [loginServers.americas]: is("host", loginServers.americas),
    "docker.io": is("host", "docker.io"),
  },
  Instance: {
    "aio-gothenburg": is("instance", "aio-gothenburg"),
    "aio-toronto": is("instance", "aio-toronto"),
  },
  Site: {
    "Gothenburg Assembly": is("instance", "aio-gothenburg"),
    "Stuttgart Powertrain": is("instance", "aio-stuttgart"),
  },
  Subscription: {
    [subscriptionNames.labs]: is("subscription", subscriptionNames.labs),
    [subscriptionNames.americas]: is("subscription", subscriptionNames.americas),
  },
  "Resource group": {
    "rg-aio-gothenburg": is("resourceGroup", "rg-aio-gothenburg"),
    "rg-aio-labs": is("resourceGroup", "rg-aio-labs"),
  },
  Location: {
    northeurope: is("instance", "aio-gothenburg", "aio-gdansk"),
    germanywestcentral: is("instance", "aio-stuttgart"),
  },
  "Provisioning state": { Failed: is("state", "Failed"), Succeeded: is("state", "Succeeded") },
};
/** Those that have to be added first. */
const others = ["Host", "Site", "Resource group", "Location", "Provisioning state"];

test("filters by one and two values of each facet, with counts of what the other filters leave", async ({
  page,
  azure,
  openAs,
}) => {
  const all = await storedEndpoints(azure);
  const secret = all.filter(is("authentication", "Artifact secret"));
  await openAs("admin", `/endpoints?auth=${JSON.stringify(["ArtifactPullSecret"])}`);
  // A filter that is open hides the page behind it.
  const main = page.getByRole("main", { includeHidden: true });
  const count = main.getByText(/\d registry endpoints$/);
  const shows = (shown: number) =>
    expect(count).toHaveText(`${shown} of ${all.length} registry endpoints`);
  await shows(secret.length);
  for (const [label, values] of Object.entries(facets)) {
    if (others.includes(label)) {
      await page.getByRole("button", { name: "More filters" }).click();
      await page.getByRole("menuitem", { name: label }).click();
    } else {
      await page.getByRole("button", { name: `Filter by ${label}`, exact: true }).click();
    }
    const options = page.getByRole("group", { name: label, exact: true });
    let shown = 0;
    for (const [name, has] of Object.entries(values)) {
      const found = secret.filter(has).length;
      const option = options.getByRole("checkbox", { name });
      // Its number is a word of its own.
      await expect(option).toHaveAccessibleName(new RegExp(`^${name} (.* )?${found}$`));
      await option.check();
      shown += found;
      await shows(shown);
    }
    await page.getByRole("button", { name: "Clear filter" }).click();
    await shows(secret.length);
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
  }
});
