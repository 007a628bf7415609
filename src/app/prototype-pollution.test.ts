import { afterEach, expect, test } from "vitest";
import { readRegistry } from "../azure/container-registry/registry";
import { detailFrom } from "../azure/http/error-detail";
import { readInstance } from "../azure/iot-operations/instance";
import {
  readRegistryEndpoint,
  type RegistryEndpoint,
} from "../azure/iot-operations/registry-endpoint";
import { readVaultSecret } from "../azure/key-vault/key-vault";
import { readSubscription, readTenant } from "../azure/resources/subscription";
import { readSecretProviderClass, readSecretSync } from "../azure/secret-sync/secret-sync";
import { readEditorValues } from "../features/endpoint-editor/draft-storage";
import { documentOf } from "../azure/iot-operations/endpoint-document";
import { adoptMembers, compareThreeWays } from "../features/endpoint-editor/edit/three-way";
import { formMembers } from "../features/endpoint-editor/edit/update-document";
import { readLeft } from "../features/endpoints/bulk-delete/bulk-board";
import { memoryStorage } from "../lib/testing/memory-storage";
import { createOwnWrites } from "../queries/own-writes";
import { parseWorkRecord } from "../queries/work/work-record";
import { readHistory } from "../ui/kept-notifications";
import { parseConfig } from "./config";

const POISON = `{"polluted":"yes"}`;

/** The JSON of a value with members in every object of it that are meant for the prototype of all objects. */
function poisoned(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(poisoned).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${poisoned(member)}`,
  );
  const meant = [`"__proto__":${POISON}`, `"constructor":{"prototype":${POISON}}`];
  return `{${[...members, ...meant, `"prototype":${POISON}`].join(",")}}`;
}

/** Every object that can be reached from a value without calling anything. */
function objectsIn(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  found.add(value);
  for (const member of Object.getOwnPropertyNames(value)) {
    objectsIn((value as Record<string, unknown>)[member], found);
  }
  return found;
}

const ID = "/subscriptions/s/resourceGroups/g/providers/Microsoft.X/xs/x";
const endpoint: RegistryEndpoint = {
  id: ID,
  name: "x",
  type: "t",
  properties: { host: "ghcr.io", authentication: { method: "Anonymous", anonymousSettings: {} } },
};
const resource = { id: ID, name: "x", tags: { a: "b" }, properties: { tenantId: "t" } };
const config = {
  cloud: "AzureCloud",
  clientId: "11111111-2222-3333-4444-555555555555",
  tenant: "contoso.example",
  authorityMetadata: {
    issuer: "https://a.example",
    authorization_endpoint: "https://a.example",
    token_endpoint: "https://a.example",
    end_session_endpoint: "https://a.example",
    jwks_uri: "https://a.example",
  },
};
const record = {
  ...{ id: ID, kind: "create", runId: "r", tabId: "t", startedAt: 1, phase: "sent" },
  ...{ body: endpoint, base: endpoint, values: { a: { b: 1 } }, steps: [] },
  made: { secretSync: false, entries: [], vaultSecrets: [] },
};
const notification = {
  ...{ id: "n", title: "t", at: 1, intent: "error", isRead: false },
  failure: { title: "t", message: "m", nextStep: "n", canRetry: true },
};
const values = {
  ...{ instanceId: ID, name: "x", registrySource: "acr", acrHost: "", hostText: "" },
  ...{ method: "Anonymous", isMethodChosen: true, audience: "", clientId: "", tenantId: "" },
  ...{ scope: "", artifactSecret: { source: "x" }, codeSigningCas: [] },
};

/** What is read from outside, by where it comes from. */
const readings: [string, unknown, (wire: unknown, text: string) => unknown][] = [
  ["config.json", config, (wire) => parseConfig(wire)],
  ["an endpoint", endpoint, (wire) => readRegistryEndpoint(wire)],
  ["an instance", resource, (wire) => readInstance(wire)],
  ["a registry", resource, (wire) => readRegistry(wire)],
  ["a secret", resource, (wire) => readVaultSecret(wire)],
  ["a secret sync", resource, (wire) => readSecretSync(wire)],
  ["a provider class", resource, (wire) => readSecretProviderClass(wire)],
  ["a subscription", { subscriptionId: "s", displayName: "d" }, (wire) => readSubscription(wire)],
  ["a directory", { tenantId: "t", displayName: "d" }, (wire) => readTenant(wire)],
  ["an error", { code: "c", message: "m", details: [{ code: "d" }] }, (wire) => detailFrom(wire)],
  // Refused as a whole: it has no member of that kind.
  ["a form that was kept", values, (wire) => [readEditorValues(wire) ?? {}]],
  ["work that was kept", record, (_, text) => parseWorkRecord(text)],
  [
    "notifications that were kept",
    [notification],
    (_, text) => readHistory({ getItem: () => text, setItem: () => undefined }, "k"),
  ],
  [
    "what a run has left that was kept",
    { title: "t", body: "b", link: { label: "l", href: "/" } },
    (_, text) => readLeft(text),
  ],
  [
    "own writes that were kept",
    { parents: ["/a/"], writes: [[0, "x", [null], endpoint]] },
    (_, text) => {
      const storage = memoryStorage();
      storage.setItem("rep.own-writes.a", text);
      return [...createOwnWrites(storage, "a").snapshot().writes.values()];
    },
  ],
  [
    "two versions that are merged",
    endpoint,
    (wire) => {
      const theirs = wire as RegistryEndpoint;
      const form = readEditorValues(values);
      if (form === undefined) throw new Error("The form of this test is none.");
      const differences = compareThreeWays(endpoint, documentOf(endpoint), theirs);
      return [differences, adoptMembers(form, theirs, formMembers)];
    },
  ],
];

const known = Object.getOwnPropertyNames(Object.prototype);
afterEach(() => Reflect.deleteProperty(Object.prototype, "polluted"));

test.each(readings)("%s cannot change what all objects inherit", (_, value, read) => {
  const text = poisoned(value);
  const result = read(JSON.parse(text) as unknown, text);
  // Something was read.
  expect(objectsIn([result]).size).toBeGreaterThan(1);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(known);
  for (const object of objectsIn(result)) {
    expect([Object.prototype, Array.prototype, null]).toContain(Object.getPrototypeOf(object));
  }
});
