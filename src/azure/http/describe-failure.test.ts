import { describe, expect, test } from "vitest";
import { AzureError, type AzureErrorInit } from "./azure-error";
import { describeFailure } from "./describe-failure";

const SCOPE =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/oslo/registryEndpoints/a";
const WHAT = "The registry endpoint could not be created";

function failureOf(init: Partial<AzureErrorInit>) {
  const error = new AzureError({
    status: 400,
    code: "BadRequest",
    message: "No.",
    method: "PUT",
    path: SCOPE,
    correlationId: "c-1",
    ...init,
  });
  return describeFailure(error, WHAT);
}

describe("describeFailure", () => {
  test("names the missing action and scope of AuthorizationFailed", () => {
    const message = `The client 'Oscar O'Neill' with object id '1' does not have authorization to perform action 'Microsoft.IoTOperations/instances/registryEndpoints/write' over scope '${SCOPE}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
    expect(failureOf({ status: 403, code: "AuthorizationFailed", message })).toMatchObject({
      title: WHAT,
      code: "AuthorizationFailed",
      message,
      resource: SCOPE,
      correlationId: "c-1",
      missingAction: "Microsoft.IoTOperations/instances/registryEndpoints/write",
      missingScope: SCOPE,
      canRetry: true,
    });
  });

  test("names what is missing on the linked resource, not what the caller has", () => {
    const linked =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ExtendedLocation/customLocations/cl";
    const message = `The client 'a' with object id 'b' has permission to perform action 'Microsoft.IoTOperations/instances/registryEndpoints/write' on scope '${SCOPE}'; however, it does not have permission to perform action(s) 'Microsoft.ExtendedLocation/customLocations/deploy/action' on the linked scope(s) '${linked}' (respectively) or the linked scope(s) are invalid.`;
    expect(failureOf({ status: 403, code: "LinkedAuthorizationFailed", message })).toMatchObject({
      missingAction: "Microsoft.ExtendedLocation/customLocations/deploy/action",
      missingScope: linked,
    });
  });

  test("names the policy in a policy's message", () => {
    const message = `Resource 'a' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Allowed registries","id":"/p"}}]'.`;
    const failure = failureOf({ status: 403, code: "RequestDisallowedByPolicy", message });
    expect(failure.nextStep).toContain("“Allowed registries”");
    expect(failure.canRetry).toBe(false);
    expect(failure.missingAction).toBeUndefined();
  });

  test("gives the command that registers a resource provider", () => {
    const message =
      "The subscription is not registered to use namespace 'Microsoft.SecretSyncController'. See https://aka.ms/rps";
    const failure = failureOf({ status: 409, code: "MissingSubscriptionRegistration", message });
    expect(failure.nextStep).toContain(
      "az provider register --namespace Microsoft.SecretSyncController",
    );
  });

  test("looks for the code that it knows innermost first", () => {
    const details = [{ code: "DeploymentFailed", details: [{ code: "ScopeLocked" }] }];
    expect(failureOf({ status: 409, code: "Conflict", details }).nextStep).toContain("lock");
  });

  test("says how long Azure asked to wait", () => {
    const throttled = { status: 429, code: "TooManyRequests" };
    expect(failureOf({ ...throttled, retryAfterSeconds: 7 }).nextStep).toContain("in 7 seconds");
    expect(failureOf({ ...throttled, retryAfterSeconds: 1 }).nextStep).toContain("in 1 second.");
    expect(failureOf(throttled).nextStep).toContain("in a minute");
  });

  test("says that nobody knows whether a broken write was applied, of a write only", () => {
    const broken = { status: 0, code: "NetworkError", message: "Azure could not be reached." };
    expect(failureOf(broken).nextStep).toContain("not known whether");
    expect(failureOf({ ...broken, method: "GET" }).nextStep).not.toContain("not known whether");
    expect(failureOf({ status: 500, code: "InternalServerError" }).nextStep).toContain(
      "not known whether",
    );
  });

  test("says the same of a write whose answer could not be read, unless it was refused", () => {
    const unreadable = { status: 200, code: "UnreadableResponse" };
    expect(failureOf(unreadable).nextStep).toContain("not known whether");
    expect(failureOf({ ...unreadable, method: "DELETE" }).nextStep).toContain("not known whether");
    expect(failureOf({ ...unreadable, status: 502 }).nextStep).toContain("not known whether");
    expect(failureOf({ ...unreadable, method: "GET" }).nextStep).not.toContain("not known");
    expect(failureOf({ ...unreadable, status: 403 }).nextStep).not.toContain("not known");
  });

  test("says of every failed write whether Azure applied it", () => {
    const refused = "Azure did not apply the change.";
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect(failureOf({ method }).nextStep).toContain(refused);
      expect(failureOf({ method, status: 429 }).nextStep).toContain(refused);
      expect(failureOf({ method, status: 408 }).nextStep).toContain("not known whether");
    }
    for (const method of ["GET", "POST", undefined]) {
      expect(failureOf({ method }).nextStep).not.toContain("the change.");
    }
    const unsent = { status: 0, code: "TokenUnavailable" };
    expect(failureOf(unsent).nextStep).not.toMatch(/not apply|not known/);
  });

  test("does not say of an accepted write that it was not applied, because a poll was refused", () => {
    const { nextStep } = failureOf({ status: 403, code: "AuthorizationFailed", isAccepted: true });
    expect(nextStep).not.toMatch(/not apply|not known/);
  });

  test.each([
    [{ status: 401, code: "SignInRequired" }, "Sign in again", false],
    [{ status: 401, code: "ExpiredAuthenticationToken" }, "Sign in again", false],
    [{ status: 401, code: "InvalidAuthenticationTokenTenant" }, "Switch account", false],
    [{ status: 404, code: "ResourceNotFound" }, "Refresh", false],
    [{ status: 404, code: "SubscriptionNotFound" }, "access", false],
    [{ status: 404, code: "SomethingNotFound" }, "Refresh", false],
    [{ status: 409, code: "AnotherOperationInProgress" }, "Wait until", true],
    [{ status: 409, code: "Conflict" }, "present state", true],
    [{ status: 412, code: "PreconditionFailed" }, "Refresh", false],
    [{ status: 503, code: "ServerBusy", method: "GET" }, "Try again", true],
    [{ status: 0, code: "OperationTimedOut" }, "may still finish", false],
    [{ status: 200, code: "UnableToReachCluster", isAccepted: true }, "did not complete", true],
    [{ status: 200, code: "UnreadableResponse" }, "proxy", true],
    [{ status: 0, code: "ForeignOrigin" }, "not sent", false],
    [{ status: 400, code: "constructor" }, "Correct", false],
    [{ status: 403, code: "Forbidden" }, "permission", true],
  ])("advises on %o", (init, advice, canRetry) => {
    const failure = failureOf(init);
    expect(failure.nextStep).toContain(advice);
    expect(failure.canRetry).toBe(canRetry);
    expect(failure.code).toBe(init.code);
  });

  test("names no resource where the call was on none", () => {
    const path = "/providers/Microsoft.ResourceGraph/resources";
    expect(failureOf({ path }).resource).toBeUndefined();
    expect(failureOf({ path: "/subscriptions/s/resourceGroups/r/x" }).resource).toContain("/x");
  });

  test.each([
    [new Error("Broken"), "Broken"],
    ["only text", "only text"],
    [undefined, "An unexpected error occurred."],
    [{ message: 3 }, "An unexpected error occurred."],
    [new DOMException("x", "AbortError"), "It was stopped before it finished."],
  ])("describes what is no error of Azure: %o", (thrown, message) => {
    expect(describeFailure(thrown, WHAT)).toMatchObject({ title: WHAT, message, canRetry: true });
  });
});
