import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ScriptedAnswer } from "../../testing/scripted-azure";
import { startVirtualTime } from "../../testing/virtual-time";
import { describeFailure } from "../describe-failure";
import {
  asyncHeaders,
  BODY,
  gone,
  ID,
  resource,
  status,
  STATUS_URL,
  write,
} from "./testing/followed-write";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

const CUT_OFF = '{"id":"/subscriptions/s/resourceGr';
const asWritten = (provisioningState: string): ScriptedAnswer => ({
  body: { id: ID, properties: { ...BODY.properties, healthState: "Unknown", provisioningState } },
});

describe("a PUT whose answer cannot be read", () => {
  test("goes on with the operation that the headers name", async () => {
    const { result, sent } = write("PUT", [
      { status: 201, headers: asyncHeaders, body: CUT_OFF },
      status("Running"),
      status("Succeeded"),
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent[1]?.url).toBe(STATUS_URL);
  });

  test("else with the resource, until it is as it was written", async () => {
    const { result, sent } = write("PUT", [
      { status: 200, body: CUT_OFF },
      gone,
      resource("Succeeded"),
      asWritten("Accepted"),
      asWritten("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent.map(({ method }) => method)).toEqual(["PUT", "GET", "GET", "GET", "GET"]);
  });

  test.each([
    ["stays as it was", Array.from({ length: 4 }, () => resource("Succeeded"))],
    ["had failed and stays as it was", Array.from({ length: 4 }, () => resource("Failed"))],
    ["is not there", Array.from({ length: 7 }, () => gone)],
  ])("fails with advice to look when the resource %s", async (_, reads) => {
    const { result, sent } = write("PUT", [{ status: 200, body: CUT_OFF }, ...reads]);
    const error: unknown = await result.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "UnreadableResponse", method: "PUT", path: ID });
    expect(describeFailure(error, "Failed").nextStep).toContain("not known whether Azure applied");
    expect(sent).toHaveLength(reads.length + 1);
  });

  test("fails as the operation does when the resource is as it was written and failed", async () => {
    const { result } = write("PUT", [{ status: 201, body: CUT_OFF }, asWritten("Failed")]);
    await expect(result).rejects.toMatchObject({ code: "OperationFailed" });
  });
});

test("a web page in place of an answer is not followed, and advises to look", async () => {
  const page = "<html>Sign in to Wi-Fi</html>";
  const { result, sent } = write("PUT", [{ status: 200, body: page }]);
  const error: unknown = await result.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "UnreadableResponse", method: "PUT", path: ID });
  expect(describeFailure(error, "Failed").nextStep).toContain("not known whether Azure applied");
  expect(sent).toHaveLength(1);
});

describe("a DELETE whose answer cannot be read", () => {
  test.each([200, 202])("with status %i is followed until the resource is gone", async (code) => {
    const { result, sent } = write("DELETE", [
      { status: code, body: CUT_OFF },
      resource("Succeeded"),
      resource("Deleting"),
      gone,
    ]);
    await expect(result).resolves.toBeUndefined();
    expect(sent).toHaveLength(4);
  });

  test("goes on with the operation that the headers name", async () => {
    const headers = { location: STATUS_URL };
    const { result, sent } = write("DELETE", [
      { status: 202, headers, body: CUT_OFF },
      { status: 204 },
    ]);
    await expect(result).resolves.toBeUndefined();
    expect(sent[1]?.url).toBe(STATUS_URL);
  });

  test("fails with advice to look when the resource stays", async () => {
    const stays = Array.from({ length: 4 }, () => resource("Succeeded"));
    const { result } = write("DELETE", [{ status: 200, body: CUT_OFF }, ...stays]);
    const error: unknown = await result.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "UnreadableResponse", method: "DELETE" });
    expect(describeFailure(error, "Failed").nextStep).toContain("not known whether Azure applied");
  });
});
