import { expect, it } from "vitest";
import { identityIds } from "../../scenarios/contoso-names";
import { contosoWorld, refusal } from "../provider-fixture";

const id = `${identityIds.labs}-new`;
const credential = (name: string) => `${identityIds.labs}/federatedIdentityCredentials/${name}`;
const credentialBody = (subject: string) => ({
  properties: {
    issuer: "https://issuer.example/",
    subject,
    audiences: ["api://AzureADTokenExchange"],
  },
});

it("a new identity gets its ids from the directory and keeps them", () => {
  const { put } = contosoWorld();
  const first = put(id, { location: "West US 3", properties: { clientId: "mine" } });
  expect(first.location).toBe("westus3");
  expect(first.properties.clientId).toMatch(/^[0-9a-f-]{36}$/);
  expect(put(id, { location: "westus3", tags: { a: "b" } }).properties).toEqual(first.properties);
});

it("an identity's tags can be patched", () => {
  const { patch } = contosoWorld();
  expect(patch(identityIds.labs, { tags: { a: "b" } }).tags).toEqual({ a: "b" });
});

it("a federated credential is refused without audiences, twice for one subject, and beyond twenty", () => {
  const { put } = contosoWorld();
  for (let number = 1; number <= 20; number++) {
    put(credential(`fic-${number}`), credentialBody(`subject ${number}`));
  }
  const incomplete = { properties: { issuer: "https://issuer.example/", subject: "s" } };
  expect(refusal(() => put(credential("fic-1"), incomplete)).error.target).toBe(
    "properties.audiences",
  );
  expect(refusal(() => put(credential("fic-1"), credentialBody("subject 2"))).status).toBe(409);
  expect(refusal(() => put(credential("fic-21"), credentialBody("subject 21"))).status).toBe(400);
});
