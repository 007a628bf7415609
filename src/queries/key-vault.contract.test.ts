import { inspect } from "node:util";
import { expect, test } from "vitest";
import { CONTOSO_TENANT_ID, personaOf } from "../../emulator/entra/personas";
import { createLocalAzure } from "../../emulator/local-azure";
import { vaultIds } from "../../emulator/scenarios/contoso-names";
import { createAzureClient } from "../azure/create-azure-client";
import { inProcessAzure } from "../azure/testing/in-process-azure";
import { saveVaultSecret, vaultSecretsOptions } from "./key-vault";
import { createQueryClient } from "./query-client";

const CANARY = "canary-Pa55word-7f3a91c0";

/** Everything that can be reached from a value, as text. */
const contentsOf = (value: unknown) =>
  inspect(value, {
    depth: Infinity,
    showHidden: true,
    maxArrayLength: null,
    maxStringLength: null,
  });

test("a secret value is left in no cache, answer or error", async () => {
  const local = createLocalAzure();
  const { clientId, clientSecret } = personaOf("admin");
  const azure = createAzureClient(
    inProcessAzure((request) => local.fetch(request), {
      tenantId: CONTOSO_TENANT_ID,
      clientId,
      clientSecret,
    }),
  );
  const queries = createQueryClient();
  const save = () =>
    saveVaultSecret(azure, vaultIds.gothenburg, "canary", { properties: { value: CANARY } });

  const answer = await save();
  local.faults.add({
    match: { method: "PUT" },
    effect: { status: 400, error: { code: "BadParameter", message: "Refused." } },
  });
  const error: unknown = await save().catch((thrown: unknown) => thrown);
  const { secrets } = await queries.fetchQuery(
    vaultSecretsOptions(azure, "me", vaultIds.gothenburg),
  );

  expect(secrets.map(({ name }) => name)).toContain("canary");
  expect(error).toMatchObject({ code: "BadParameter" });
  expect(contentsOf(error)).not.toContain(CANARY);
  expect(contentsOf(answer)).not.toContain(CANARY);
  expect(
    contentsOf(
      queries
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    ),
  ).not.toContain(CANARY);
  expect(queries.getMutationCache().getAll()).toEqual([]);
});
