import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AzureError } from "./azure-error";
import { describeFailure } from "./describe-failure";
import { errorFromResponse } from "./error-from-response";

const URL =
  "https://management.azure.com/subscriptions/s/resourceGroups/r%C3%B8d?api-version=1&sig=SECRET";

function errorOf(body: unknown, status = 400, headers: Record<string, string> = {}): AzureError {
  return errorFromResponse({
    method: "PUT",
    url: URL,
    status,
    body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
    header: (name) => headers[name],
    clientRequestId: "our-id",
  });
}

describe("errorFromResponse", () => {
  test("reads ARM's envelope and the innermost message", () => {
    const error = errorOf({
      error: {
        code: "BadRequest",
        message: "The request is invalid",
        target: "properties",
        details: [
          { code: "Outer", details: [{ code: "HostTooLong", message: "host has 64 characters" }] },
          { code: "ParserFailure", message: "ParserFailure" },
        ],
      },
    });
    expect(error.code).toBe("BadRequest");
    expect(error.message).toBe("The request is invalid. host has 64 characters.");
    expect(error.target).toBe("properties");
    expect(error.details[0]?.details?.[0]?.code).toBe("HostTooLong");
  });

  test("does not repeat a detail that the outer message already has", () => {
    const error = errorOf({
      error: { code: "A", message: "Failed: too long.", details: [{ message: "too long" }] },
    });
    expect(error.message).toBe("Failed: too long.");
  });

  test("reads CloudError, innererror, flat errors and errors written into a message", () => {
    expect(
      errorOf({ error: { code: "F", innererror: { code: "NotAllowed", message: "No." } } }),
    ).toMatchObject({ code: "F", message: "No." });
    expect(errorOf({ code: "Flat", message: "Flat message" })).toMatchObject({
      code: "Flat",
      message: "Flat message.",
    });
    const embedded = JSON.stringify({ error: { code: "Inner", message: "The real reason." } });
    expect(errorOf({ error: { code: "Outer", message: embedded } }).message).toBe(
      "The real reason.",
    );
  });

  test("names the policy that refused", () => {
    const error = errorOf(
      {
        error: {
          code: "RequestDisallowedByPolicy",
          message: "Resource 'default' was disallowed by policy.",
          additionalInfo: [
            {
              type: "PolicyViolation",
              info: { policyAssignmentDisplayName: "Only our registries", policyAssignmentId: "p" },
            },
          ],
        },
      },
      403,
    );
    expect(describeFailure(error, "Failed").nextStep).toContain("“Only our registries”");
  });

  test.each(["<html>Sign in to Wi-Fi</html>", "Bad gateway", '{"error":', "[]", "null", "3"])(
    "calls %j an unreadable answer",
    (body) => {
      expect(errorOf(body, 502)).toMatchObject({ code: "UnreadableResponse", status: 502 });
    },
  );

  test.each([{ error: { code: "", message: " " } }, { error: [] }, {}])(
    "takes nothing from %j, which says nothing",
    (body) => {
      expect(errorOf(body, 500)).toMatchObject({
        code: "UnreadableResponse",
        message: expect.stringContaining("500") as string,
      });
    },
  );

  test("names the status where there is no body", () => {
    expect(errorOf(undefined, 503)).toMatchObject({ code: "Http503", status: 503 });
  });

  test("prefers Azure's correlation id, then its request id, then ours", () => {
    const request = { "x-ms-request-id": "request" };
    expect(errorOf({}, 500, { ...request, "x-ms-correlation-request-id": "c" }).correlationId).toBe(
      "c",
    );
    expect(errorOf({}, 500, request).correlationId).toBe("request");
    expect(errorOf({}, 500).correlationId).toBe("our-id");
  });

  test("reads Retry-After as seconds and as a date", () => {
    expect(errorOf({}, 429, { "retry-after": "7" }).retryAfterSeconds).toBe(7);
    const date = new Date(Date.now() + 60_000).toUTCString();
    expect(errorOf({}, 429, { "retry-after": date }).retryAfterSeconds).toBeGreaterThan(50);
    expect(errorOf({}, 429, { "retry-after": "soon" }).retryAfterSeconds).toBeUndefined();
  });

  test("keeps the path in readable form and nothing of the query", () => {
    const error = errorOf({}, 500);
    expect(error.path).toBe("/subscriptions/s/resourceGroups/rød");
    expect(JSON.stringify({ ...error })).not.toContain("SECRET");
  });

  test("never throws, whatever the answer, and every answer can be described", () => {
    const member = fc.constantFrom(
      ...["code", "message", "target", "details", "innererror", "additionalInfo", "error"],
      ...["type", "info", "constructor", "__proto__"],
    );
    const { error } = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string(), fc.constant(null), fc.integer(), fc.constant("PolicyViolation")),
      node: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        tie("leaf"),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(member, tie("node"), { maxKeys: 4 }),
      ),
      error: fc.record({ error: tie("node") }),
    }));
    const body = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      error.map((value) => JSON.stringify(value)),
      error.map((value) => JSON.stringify(value).slice(0, -2)),
    );
    const header = fc.option(fc.string(), { nil: undefined });
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 599 }), header, (text, status, value) => {
        const thrown = errorFromResponse({
          method: "GET",
          url: URL,
          status,
          body: text,
          header: () => value,
        });
        expect(thrown).toBeInstanceOf(AzureError);
        expect(thrown.code).not.toBe("");
        const failure = describeFailure(thrown, "It failed");
        expect(failure.message.trim()).not.toBe("");
        expect(failure.nextStep).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
