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
    ["has expired", { status: 410 }],
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

  test("says that the outcome is unknown when the resource may not be read either", async () => {
    const { result } = write("PUT", [
      { status: 201, headers: asyncHeaders },
      forbidden,
      resource("Provisioning"),
      forbidden,
    ]);
    await expect(result).rejects.toMatchObject({
      code: "AuthorizationFailed",
      method: "PUT",
      path: ID,
      message: "Azure accepted the change, but could not be asked how it went. No.",
    });
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

  test("waits for a resource that is only accepted, with nothing said of it", async () => {
    const { result, seconds } = write("PUT", [
      { status: 202 },
      gone,
      gone,
      resource("Accepted"),
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
    expect(seconds()).toBe(1 + 2 + 4 + 8);
  });

  test("counts no failed poll as a sign that the resource is missing", async () => {
    const outage = Array.from({ length: 4 }, () => ({ status: 503 }));
    const { result } = write("PUT", [
      { status: 202 },
      ...Array.from({ length: 5 }, () => gone),
      ...outage,
      ...outage,
      gone,
      resource("Succeeded"),
    ]);
    await expect(result).resolves.toMatchObject({ id: ID });
  });

  test("says that the resource is not there once it has been looked for long enough", async () => {
    const { result, seconds } = write("PUT", [
      { status: 202 },
      ...Array.from({ length: 7 }, () => gone),
    ]);
    await expect(result).rejects.toMatchObject({ status: 404 });
    expect(seconds()).toBe(1 + 2 + 4 + 8 + 16 + 30 + 30);
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
