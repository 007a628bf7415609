import { describe, expect, test } from "vitest";
import { createTestAzure, errorOf } from "../test-azure";
import { edgesOf, violationsOf, type MemberRule } from "./body-rules";
import type { ContractTable } from "./contract-table";

/** What a PATCH of a type may change. */
export interface PatchContract {
  /** Bodies that are accepted; the one named `everything` is the one that rules are broken in. */
  valid: Readonly<{ everything: object } & Record<string, object>>;
  rules: readonly MemberRule[];
  /** Members that can be set by creating only: a change that is refused, and its code. */
  createOnly?: readonly { body: object; code: string; target: string }[];
}

/** Tests of PATCH against what the table says: changes what it names and nothing else, or is refused and changes nothing. */
export function testPatches(
  { type, idOf, apiVersions, valid }: ContractTable,
  patch: PatchContract,
): void {
  const azure = createTestAzure({
    scenario: "contoso",
    scenarios: undefined,
    providers: undefined,
  });
  const [body] = Object.values(valid);
  const version = apiVersions.at(-1) ?? "";
  const id = idOf("patched");
  const send = (method: string, sent?: unknown, apiVersion = version) =>
    azure.arm(method, `${id}?api-version=${apiVersion}`, { body: sent });

  /** What the resource is before it is patched, read back. */
  const create = async () => {
    azure.store.delete(id);
    expect((await send("PUT", body)).status).toBe(201);
    azure.clock.advance(10_000);
    return (await send("GET")).body;
  };

  describe.each(apiVersions)(`PATCH of ${type} %s`, (apiVersion) => {
    test.each(Object.entries(patch.valid))("accepts %s, and keeps the rest", async (_, changes) => {
      const before = await create();
      const answer = await send("PATCH", changes, apiVersion);
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      azure.clock.advance(10_000);
      const after = (await send("GET")).body;
      expect(after).toMatchObject(changes);
      // Replaced, not merged.
      expect(after.tags).toEqual((changes as { tags?: object }).tags ?? before.tags);
      const { properties: asked = {}, ...outer } = changes as { properties?: object };
      const lives = new Set([...Object.keys(asked), "status"]);
      expect(without(after, [...Object.keys(outer), "properties", "systemData"])).toEqual(
        without(before, [...Object.keys(outer), "properties", "systemData"]),
      );
      expect(without(after.properties as object, lives)).toEqual(
        without(before.properties as object, lives),
      );
    });
  });

  const refused = [
    ...violationsOf(patch.valid.everything, patch.rules),
    ...["location", "extendedLocation", "id", "notInTheContract"].map((member) => ({
      name: `${member}, which PATCH does not have`,
      body: { [member]: "x" },
      target: member,
      code: "OBJECT_ADDITIONAL_PROPERTIES",
    })),
  ];
  test.each(refused)(`PATCH of ${type} is refused with $name`, async ({ body: sent, ...rule }) => {
    const before = await create();
    const answer = await send("PATCH", sent);
    expect([answer.status, Object.keys(answer.body)]).toEqual([400, ["error"]]);
    const { code, target, message, details = [] } = errorOf(answer);
    expect([code, target, typeof message]).toEqual([
      "InvalidRequestContent",
      rule.target,
      "string",
    ]);
    expect(details.map((detail) => [detail.code, detail.target])).toContainEqual([
      rule.code,
      rule.target,
    ]);
    expect((await send("GET")).body).toEqual(before);
  });

  test.each(edgesOf(patch.valid.everything, patch.rules))(
    `PATCH of ${type} accepts %s`,
    async (_, sent) => {
      await create();
      expect((await send("PATCH", sent)).status).toBe(200);
    },
  );

  test.each(patch.createOnly ?? [])(
    `PATCH of ${type} cannot change $target`,
    async ({ body: sent, code, target }) => {
      const before = await create();
      const answer = await send("PATCH", sent);
      expect([answer.status, errorOf(answer).code, errorOf(answer).target]).toEqual([
        400,
        code,
        target,
      ]);
      expect((await send("GET")).body).toEqual(before);
    },
  );

  test(`PATCH of ${type} needs a resource that is there and at rest, the right to write, and a JSON object`, async () => {
    const refusal = async (answer: ReturnType<typeof send>) => {
      const { status, body: answered } = await answer;
      return [status, (answered.error as { code: string } | undefined)?.code];
    };
    azure.store.delete(id);
    const changes = patch.valid.everything;
    expect(await refusal(send("PATCH", changes))).toEqual([404, "ResourceNotFound"]);
    await send("PUT", body);
    expect(await refusal(send("PATCH", changes))).toEqual([409, "Conflict"]);
    azure.clock.advance(10_000);
    const as = (key: "guest" | "reader") =>
      azure.arm("PATCH", `${id}?api-version=${version}`, { body: changes, as: key });
    expect(await refusal(as("reader"))).toEqual([403, "AuthorizationFailed"]);
    expect(await refusal(as("guest"))).toEqual([403, "AuthorizationFailed"]);
    for (const sent of [[], '"text"', "null", '{"tags":', undefined]) {
      expect(await refusal(send("PATCH", sent))).toEqual([400, "InvalidRequestContent"]);
    }
    expect(await refusal(send("PATCH", changes, "2019-01-01"))).toEqual([
      400,
      "NoRegisteredProviderFound",
    ]);
    expect((await send("PATCH", {})).status).toBe(200);
  });
}

function without(of: object, members: Iterable<string>): object {
  const left = new Set(members);
  return Object.fromEntries(Object.entries(of).filter(([member]) => !left.has(member)));
}
