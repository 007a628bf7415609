import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID } from "../entra/personas";
import { fabrikam, identityIds, instanceIds, subscriptionIds } from "../scenarios/contoso-names";
import { pagesOf, refusalOf, startWithClients } from "./official-clients";

let running: Awaited<ReturnType<typeof startWithClients>>;
beforeAll(async () => {
  running = await startWithClients();
});
afterAll(() => running.close());

describe("@azure/arm-msi", () => {
  const group = "rg-shared-europe";

  test("an identity lives its whole life with its federated credentials", async () => {
    const { userAssignedIdentities, federatedIdentityCredentials } = running.clientsOf().identity;
    const name = "id-contract";
    const created = await userAssignedIdentities.createOrUpdate(group, name, {
      location: "West Europe",
      isolationScope: "None",
    });
    expect(created).toMatchObject({ name, location: "westeurope", tenantId: CONTOSO_TENANT_ID });
    expect(created.principalId).toMatch(/^[0-9a-f-]{36}$/);
    const tagged = await userAssignedIdentities.update(group, name, {
      location: "westeurope",
      tags: { a: "b" },
    });
    expect(tagged).toMatchObject({ tags: { a: "b" }, principalId: created.principalId });

    const credential = (subject: string) => ({
      issuer: "https://issuer.example/",
      subject,
      audiences: ["api://AzureADTokenExchange"],
    });
    for (let number = 1; number <= 5; number++) {
      const saved = await federatedIdentityCredentials.createOrUpdate(
        group,
        name,
        `fic-${number}`,
        credential(`subject-${number}`),
      );
      expect(saved.subject).toBe(`subject-${number}`);
    }
    const pages = await pagesOf(federatedIdentityCredentials.list(group, name, { top: 2 }));
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    const put = (as: string, body: object) =>
      refusalOf(federatedIdentityCredentials.createOrUpdate(group, name, as, body));
    expect(await put("fic-9", credential("subject-1"))).toEqual([409, "Conflict"]);
    expect(await put("fic-9", { issuer: "i", subject: "s", audiences: [] })).toEqual([
      400,
      "InvalidRequestContent",
    ]);
    expect(await put("f_", credential("subject-9"))).toEqual([400, "InvalidResourceName"]);
    await federatedIdentityCredentials.delete(group, name, "fic-1");
    await federatedIdentityCredentials.delete(group, name, "fic-1");
    expect(await refusalOf(federatedIdentityCredentials.get(group, name, "fic-1"))).toEqual([
      404,
      "ResourceNotFound",
    ]);

    await userAssignedIdentities.delete(group, name);
    expect(await refusalOf(userAssignedIdentities.get(group, name))).toEqual([
      404,
      "ResourceNotFound",
    ]);
    expect(await refusalOf(pagesOf(federatedIdentityCredentials.list(group, name)))).toEqual([
      404,
      "ParentResourceNotFound",
    ]);
  });

  test("identities are listed by subscription and by group", async () => {
    const { userAssignedIdentities } = running.clientsOf().identity;
    const inSubscription = await pagesOf(userAssignedIdentities.listBySubscription());
    const inGroup = await pagesOf(userAssignedIdentities.listByResourceGroup(group));
    expect(inSubscription.flat().map(({ id }) => id)).toContain(identityIds.pullEurope);
    expect(inGroup.flat().map(({ id }) => id)).toEqual([identityIds.pullEurope]);
  });

  test("the identity that a resource is can be read at it", async () => {
    const { systemAssignedIdentities } = running.clientsOf().identity;
    const [cluster] = running.azure.store.list("Microsoft.Kubernetes/connectedClusters");
    const found = await systemAssignedIdentities.getByScope(String(cluster?.id));
    expect(found).toMatchObject({ name: "default", principalId: cluster?.identity?.principalId });
    expect(await refusalOf(systemAssignedIdentities.getByScope(instanceIds.turin))).toEqual([
      404,
      "ResourceNotFound",
    ]);
  });
});

describe("@azure/arm-resources-subscriptions", () => {
  test("lists and gets what the person has a role in", async () => {
    const { subscriptions } = running.clientsOf().subscriptions;
    const all = (await pagesOf(subscriptions.list())).flat();
    expect(all.map(({ subscriptionId }) => subscriptionId).sort()).toEqual(
      Object.values(subscriptionIds).sort(),
    );
    const one = await subscriptions.get(subscriptionIds.labs);
    expect(one).toMatchObject({
      displayName: "Contoso Labs",
      state: "Enabled",
      tenantId: CONTOSO_TENANT_ID,
      authorizationSource: "RoleBased",
    });
    expect(await refusalOf(subscriptions.get(fabrikam.subscriptionId))).toEqual([
      401,
      "InvalidAuthenticationTokenTenant",
    ]);
    const ofGuest = running.clientsOf("guest").subscriptions.subscriptions;
    expect(await refusalOf(ofGuest.get(subscriptionIds.labs))).toEqual([
      403,
      "AuthorizationFailed",
    ]);
  });

  test("lists tenants, locations and reserved names", async () => {
    const { tenants } = running.clientsOf("guest").subscriptions;
    const found = (await pagesOf(tenants.list())).flat();
    expect(found).toMatchObject([
      { tenantId: CONTOSO_TENANT_ID, tenantCategory: "ProjectedBy" },
      { tenantId: FABRIKAM_TENANT_ID, tenantCategory: "Home", defaultDomain: "fabrikam.example" },
    ]);
    const client = running.clientsOf().subscriptions;
    const locations = await pagesOf(client.subscriptions.listLocations(subscriptionIds.europe));
    expect(locations.flat().map(({ name }) => name)).toContain("westeurope");
    const check = (name: string) =>
      client.checkResourceName({ resourceNameDefinition: { name, type: "Microsoft.X/y" } });
    expect(await check("aio-endpoint")).toMatchObject({ status: "Allowed" });
    expect(await check("my-microsoft")).toMatchObject({ status: "Reserved" });
  });
});
