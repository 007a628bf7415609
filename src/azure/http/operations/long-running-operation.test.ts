import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startVirtualTime } from "../../testing/virtual-time";
import {
  asyncHeaders,
  forbidden,
  gone,
  ID,
  resource,
  status,
  STATUS_URL,
  write,
} from "./testing/followed-write";

beforeEach(startVirtualTime);
afterEach(() => vi.useRealTimers());

describe("a PUT with visible headers", () => {
  test("polls the operation and reads the resource at the end", async () => {
    const { result, sent, progress, seconds } = write("PUT", [
      { status: 201, headers: asyncHeaders, ...resource("Accepted") },
      status("Running", { percentComplete: 40 }),
      status("Succeeded"),
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent.map(({ method }) => method)).toEqual(["PUT", "GET", "GET", "GET"]);
    expect(sent[1]?.url).toBe(STATUS_URL);
    expect(sent[3]?.url).toContain(ID);
    expect(progress).toContainEqual({ state: "Running", percentComplete: 40 });
    expect(seconds()).toBeGreaterThanOrEqual(2);
  });

  test("doubles the time between polls where Azure does not say", async () => {
    const running = Array.from({ length: 8 }, () => status("Running"));
    const { result, seconds } = write("PUT", [
      { status: 201, headers: { "azure-asyncoperation": STATUS_URL } },
      ...running,
      status("Succeeded"),
      resource("Succeeded"),
    ]);
    await result;
    expect(seconds()).toBe(1 + 2 + 4 + 8 + 16 + 30 * 4);
  });

  test.each([
    ["Failed", "HostNotAllowed", "failed"],
    ["Canceled", "OperationPreempted", "canceled"],
  ])("fails with Azure's code and innermost message when it %s", async (state, code) => {
    const error = { code, message: "It ended.", details: [{ code: "X", message: "Bad host." }] };
    const { result } = write("PUT", [
      { status: 201, headers: asyncHeaders },
      status(state, { error }),
    ]);
    await expect(result).rejects.toMatchObject({
      name: "AzureError",
      code,
      message: "It ended. Bad host.",
      path: ID,
      method: "PUT",
    });
  });

  test.each([
    ["Failed", "OperationFailed"],
    ["Canceled", "OperationCanceled"],
  ])("names the outcome %s where Azure gives no reason", async (state, code) => {
    const { result } = write("PUT", [{ status: 201, headers: asyncHeaders }, status(state)]);
    await expect(result).rejects.toMatchObject({ code });
  });

  test.each([
    ["may not be read", forbidden],
    ["is no longer known", gone],
    ["has a status that is no text", { body: { status: { odd: true } } }],
  ])("reads the resource instead when the operation %s", async (_, poll) => {
    const { result, sent } = write("PUT", [
      { status: 201, headers: asyncHeaders },
      poll,
      resource("Provisioning"),
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent[3]?.url).toContain(ID);
  });

  test("sends no token to an operation on another origin, and reads the resource", async () => {
    const headers = { "azure-asyncoperation": "https://evil.example/operations/1" };
    const { result, sent } = write("PUT", [{ status: 201, headers }, resource("Succeeded")]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent.every(({ url }) => url.startsWith("https://management.azure.com/"))).toBe(true);
  });

  test("goes on polling through a passing failure", async () => {
    const outage = Array.from({ length: 4 }, () => ({ status: 503 }));
    const { result } = write("PUT", [
      { status: 201, headers: asyncHeaders },
      ...outage,
      { isBroken: true },
      status("Succeeded"),
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
  });

  test("says that the outcome is unknown when Azure stays away", async () => {
    const outage = Array.from({ length: 24 }, () => ({ isBroken: true }));
    const { result } = write("PUT", [{ status: 201, headers: asyncHeaders }, ...outage]);
    await expect(result).rejects.toMatchObject({
      code: "NetworkError",
      method: "PUT",
      message: expect.stringContaining("accepted the change") as string,
    });
  });

  test("waits for a resource that can not be read yet", async () => {
    const { result } = write("PUT", [
      { status: 201, headers: asyncHeaders },
      status("Succeeded"),
      gone,
      gone,
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
  });

  test("follows Location where that is all there is", async () => {
    const { result, sent } = write("PUT", [
      { status: 202, headers: { location: STATUS_URL } },
      { status: 202, headers: { location: STATUS_URL } },
      { status: 200, body: {} },
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent).toHaveLength(4);
  });
});

describe("a PUT whose headers are hidden", () => {
  test("polls the resource until its state is final", async () => {
    const { result, sent, progress, seconds } = write("PUT", [
      { status: 201, ...resource("Accepted") },
      resource("Provisioning"),
      resource("provisioning"),
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(sent).toHaveLength(4);
    expect(progress.map(({ state }) => state)).toEqual([
      "Accepted",
      "Provisioning",
      "provisioning",
      "Succeeded",
    ]);
    expect(seconds()).toBe(1 + 2 + 4);
  });

  test("reads a resource that is ready at once, once", async () => {
    const { result, sent, seconds } = write("PUT", [resource("Succeeded"), resource("Succeeded")]);
    await result;
    expect(sent).toHaveLength(2);
    expect(seconds()).toBe(0);
  });

  test.each([
    ["Failed", "OperationFailed"],
    ["Canceled", "OperationCanceled"],
  ])("fails when the state becomes %s", async (state, code) => {
    const { result } = write("PUT", [{ status: 201, ...resource("Accepted") }, resource(state)]);
    await expect(result).rejects.toMatchObject({ code, path: ID });
  });

  test("stops following after 30 minutes and says that Azure may go on", async () => {
    const endless = Array.from({ length: 70 }, () => resource("Provisioning"));
    const { result, seconds } = write("PUT", [
      { status: 201, ...resource("Accepted") },
      ...endless,
    ]);
    await expect(result).rejects.toMatchObject({ code: "OperationTimedOut", path: ID });
    expect(seconds()).toBe(30 * 60);
  });

  test("stops at once when it is aborted", async () => {
    const controller = new AbortController();
    const endless = Array.from({ length: 70 }, () => resource("Provisioning"));
    setTimeout(() => controller.abort(), 5_000);
    const { result, seconds } = write("PUT", endless, { signal: controller.signal });
    await expect(result).rejects.toMatchObject({ name: "AbortError" });
    expect(seconds()).toBe(5);
  });
});

describe("a refused PUT", () => {
  test("fails as it is and is not followed", async () => {
    const { result, sent } = write("PUT", [forbidden]);
    await expect(result).rejects.toMatchObject({ status: 403, code: "AuthorizationFailed" });
    expect(sent).toHaveLength(1);
  });
});

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

  test("reads the resource when the operation may not be read", async () => {
    const headers = { location: STATUS_URL };
    const { result } = write("DELETE", [{ status: 202, headers }, forbidden, gone]);
    await expect(result).resolves.toBeUndefined();
  });
});
