import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startVirtualTime } from "../../testing/virtual-time";
import { forbidden, gone, ID, resource, STATUS_URL, write } from "./testing/followed-write";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

describe("a DELETE", () => {
  test("polls Location until it answers 204", async () => {
    const headers = { location: STATUS_URL, "retry-after": "1" };
    const { result, sent, progress } = write("DELETE", [
      { status: 202, headers },
      { status: 202, headers },
      { status: 204 },
    ]);
    await result;
    expect(sent.map(({ method }) => method)).toEqual(["DELETE", "GET", "GET"]);
    expect(progress[0]).toEqual({ state: "Deleting" });
  });

  test("reads the resource until it is gone where headers are hidden", async () => {
    const { result, sent } = write("DELETE", [
      { status: 202 },
      resource("Succeeded"),
      resource("Deleting"),
      gone,
    ]);
    await result;
    expect(sent).toHaveLength(4);
  });

  test.each([[{ status: 204 }], [gone], [{ status: 200 }]])(
    "is done at once after %o",
    async (answer) => {
      const { result, sent } = write("DELETE", [answer]);
      await result;
      expect(sent).toHaveLength(1);
    },
  );

  test("deletes a resource that had failed before", async () => {
    const { result } = write("DELETE", [{ status: 202 }, resource("Failed"), gone]);
    await expect(result).resolves.toBeUndefined();
  });

  test.each(["Succeeded", "Failed"])("fails when Azure stops and keeps it %s", async (state) => {
    const { result } = write("DELETE", [{ status: 202 }, resource("Deleting"), resource(state)]);
    await expect(result).rejects.toMatchObject({ code: "OperationFailed", method: "DELETE" });
  });

  test.each([
    ["may not be read", forbidden],
    ["is no longer known", gone],
    ["has expired", { status: 410 }],
  ])("reads the resource when the operation %s", async (_, poll) => {
    const headers = { location: STATUS_URL };
    const { result, sent } = write("DELETE", [
      { status: 202, headers },
      poll,
      resource("Deleting"),
      gone,
    ]);
    await expect(result).resolves.toBeUndefined();
    expect(sent[2]?.url).toContain(ID);
  });

  test("doubles the time between polls where headers are hidden, to 30 seconds", async () => {
    const deleting = Array.from({ length: 8 }, () => resource("Deleting"));
    const { result, seconds } = write("DELETE", [{ status: 202 }, ...deleting, gone]);
    await result;
    expect(seconds()).toBe(1 + 2 + 4 + 8 + 16 + 30 * 4);
  });

  test("stops following after 30 minutes and says that Azure may go on", async () => {
    const endless = Array.from({ length: 70 }, () => resource("Deleting"));
    const { result, seconds } = write("DELETE", [{ status: 202 }, ...endless]);
    await expect(result).rejects.toMatchObject({ code: "OperationTimedOut", method: "DELETE" });
    expect(seconds()).toBe(30 * 60);
  });

  test("says that the outcome is unknown when the resource may not be read", async () => {
    const { result } = write("DELETE", [{ status: 202 }, resource("Deleting"), forbidden]);
    await expect(result).rejects.toMatchObject({
      code: "AuthorizationFailed",
      method: "DELETE",
      message: expect.stringContaining("could not be asked how it went") as string,
    });
  });
});
