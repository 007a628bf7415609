import { describe, expect, test } from "vitest";
import { sites } from "../scenarios/contoso/sites";
import { edgeSiteIds } from "../scenarios/seeds/edge-site-ids";
import { createTestAzure, errorOf } from "../test-azure";
import { edgesOf, violationsOf, type MemberRule } from "./body-rules";
import { testLists } from "./contract-lists";
import { testPatches, type PatchContract } from "./contract-patches";

export interface ContractTable {
  /** Full type. */
  type: string;
  apiVersions: readonly string[];
  /** Id of a resource that does not exist yet, named by its last segment. */
  idOf: (name: string) => string;
  /** Names that the pattern or its lengths refuse. */
  badNames: readonly string[];
  /** The first is the one that rules are broken in, unless they name another. */
  valid: Readonly<Record<string, unknown>>;
  rules: readonly { in?: string; of: readonly MemberRule[] }[];
  /** Members that only Azure writes, with a value that a client may send in vain. */
  readOnly: readonly [member: string, value: string][];
  /** Absent where the type has none. */
  patch?: PatchContract;
}

const elsewhere = edgeSiteIds(sites.lyon).customLocation;

const createContoso = () =>
  createTestAzure({ scenario: "contoso", scenarios: undefined, providers: undefined });

/**
 * Tests of every operation of a type against its table: what is allowed is accepted, every broken rule
 * refused in ARM's shape.
 */
export function testContract(table: ContractTable): void {
  const azure = createContoso();
  const [firstName = ""] = Object.keys(table.valid);
  const version = table.apiVersions.at(-1) ?? "";
  const put = (name: string, body: unknown, apiVersion = version) =>
    azure.arm("PUT", `${table.idOf(name)}?api-version=${apiVersion}`, { body });
  const get = (name: string) => azure.arm("GET", `${table.idOf(name)}?api-version=${version}`);

  describe.each(table.apiVersions)(`${table.type} %s`, (apiVersion) => {
    test.each(Object.entries(table.valid))("accepts %s, and ends in Succeeded", async (_, body) => {
      const name = `valid-${apiVersion}`;
      const accepted = await put(name, body, apiVersion);
      expect([accepted.status, accepted.body.error]).toEqual([201, undefined]);
      expect(accepted.headers.get("azure-asyncoperation")).toContain(`api-version=${apiVersion}`);
      expect(accepted.headers.get("retry-after")).toMatch(/^\d+$/);
      azure.clock.advance(10_000);
      const replaced = await put(name, body, apiVersion);
      expect(replaced.status).toBe(200);
      azure.clock.advance(10_000);
      const { properties } = (await get(name)).body as { properties: object };
      expect(properties).toMatchObject({
        ...(body as { properties: object }).properties,
        provisioningState: "Succeeded",
      });
      const gone = await azure.arm("DELETE", `${table.idOf(name)}?api-version=${apiVersion}`);
      expect(gone.status).toBe(202);
      expect(gone.headers.get("location")).toContain("operationResults");
      azure.clock.advance(10_000);
      expect((await get(name)).status).toBe(404);
    });
  });

  const violations = table.rules.flatMap(({ in: where = firstName, of }) =>
    violationsOf(table.valid[where], of).map((violation) => ({ ...violation, where })),
  );
  test.each(violations)("refuses $where with $name", async ({ body, target, code }) => {
    const refused = await put("refused", body);
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({ error: errorOf(refused) });
    const { details = [], ...outer } = errorOf(refused);
    expect(outer).toEqual({
      code: "InvalidRequestContent",
      message: expect.stringMatching(/./) as unknown,
      target,
    });
    expect(details).toContainEqual({
      code,
      message: expect.stringMatching(/./) as unknown,
      target,
    });
    expect(refused.headers.get("x-ms-correlation-request-id")).toMatch(/./);
    expect((await get("refused")).status).toBe(404);
  });

  const edges = table.rules.flatMap(({ in: where = firstName, of }) =>
    edgesOf(table.valid[where], of),
  );
  test.each(edges)("accepts %s", async (_, body) => {
    const id = table.idOf("edge");
    expect((await put("edge", body)).status).toBe(201);
    azure.clock.advance(10_000);
    azure.store.delete(id);
  });

  test.each(table.badNames)("refuses the name '%s'", async (name) => {
    const refused = await put(name, table.valid[firstName]);
    expect([refused.status, errorOf(refused).code]).toEqual([400, "InvalidResourceName"]);
  });

  test.each(table.readOnly)("ignores %s, which only Azure writes", async (member, value) => {
    const body = structuredClone(table.valid[firstName]) as { properties: Record<string, unknown> };
    const [, inProperties] = /^properties\.(\w+)$/.exec(member) ?? [];
    if (inProperties === undefined) (body as Record<string, unknown>)[member] = value;
    else body.properties[inProperties] = value;
    expect((await put("read-only", body)).status).toBe(201);
    azure.clock.advance(10_000);
    const stored = JSON.stringify((await get("read-only")).body);
    expect(stored).not.toContain(value);
    azure.store.delete(table.idOf("read-only"));
  });

  test.each([
    ["an array", [], 400, "InvalidRequestContent"],
    ["a text", '"text"', 400, "InvalidRequestContent"],
    ["null", "null", 400, "InvalidRequestContent"],
    ["half of a JSON document", '{"properties":', 400, "InvalidRequestContent"],
    ["nothing", undefined, 400, "InvalidRequestContent"],
  ])("refuses %s for a body", async (_, body, status, code) => {
    const refused = await put("refused", body);
    expect([refused.status, errorOf(refused).code]).toEqual([status, code]);
  });

  test("refuses a version that it does not have, and a PATCH where there is none", async () => {
    const body = table.valid[firstName];
    const old = await put("refused", body, "2019-01-01");
    expect([old.status, errorOf(old).code]).toEqual([400, "NoRegisteredProviderFound"]);
    const none = await azure.arm("PUT", table.idOf("refused"), { body });
    expect([none.status, errorOf(none).code]).toEqual([400, "MissingApiVersionParameter"]);
    if (table.patch) return;
    await put("patched", body);
    azure.clock.advance(10_000);
    const path = `${table.idOf("patched")}?api-version=${version}`;
    const patch = await azure.arm("PATCH", path, { body: { tags: { a: "b" } } });
    expect([patch.status, errorOf(patch).code]).toEqual([501, "NotImplemented"]);
    azure.store.delete(table.idOf("patched"));
  });

  test("what exists is not moved to another region or edge", async () => {
    const body = table.valid[firstName] as Record<string, unknown>;
    await put("moved", body);
    azure.clock.advance(10_000);
    const before = (await get("moved")).body;
    const moves: [string, unknown, number][] = [
      ["location", "eastus", 409],
      ["extendedLocation", { name: elsewhere, type: "CustomLocation" }, 400],
    ];
    for (const [member, value, status] of moves.filter(([asked]) => asked in body)) {
      const refused = await put("moved", { ...body, [member]: value });
      expect([refused.status, Object.keys(refused.body)], member).toEqual([status, ["error"]]);
      expect((await get("moved")).body).toEqual(before);
    }
    azure.store.delete(table.idOf("moved"));
  });

  if (table.patch) testPatches(table, table.patch);
  testLists(table, table.valid[firstName] as { properties: Record<string, unknown> });
}
