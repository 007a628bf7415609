import { InteractionRequiredAuthError, ServerError } from "@azure/msal-browser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AzureError } from "../../azure/http/azure-error";
import { claimsOf, isSignInNeeded, tokenFailure } from "./token-failure";

const interactionRequired = new InteractionRequiredAuthError(
  "interaction_required",
  "MFA",
  "",
  "basic_action",
);
const invalidGrant = new ServerError("invalid_grant", "", "AADSTS700084: expired");
const throttled = new ServerError("90033", "", "AADSTS90033: transient");

test("an answer that wants the person is a need to sign in", () => {
  expect(isSignInNeeded(interactionRequired)).toBe(true);
});

test("a rejected refresh token is a need to sign in, though MSAL calls it a server error", () => {
  expect(isSignInNeeded(invalidGrant)).toBe(true);
  expect(tokenFailure(invalidGrant)).toMatchObject({ status: 401, code: "SignInRequired" });
});

test("a throttled sign-in service is no need to sign in", () => {
  const again = new ServerError("temporarily_unavailable", "", "AADSTS90033", "", "90033", 429);
  for (const error of [throttled, again, new ServerError("", "")]) {
    expect(isSignInNeeded(error)).toBe(false);
    expect(tokenFailure(error)).toMatchObject({ status: 429, code: "SignInThrottled" });
  }
  const refused = new ServerError("invalid_client", "", "AADSTS700016: unknown", "", "700016", 400);
  expect(tokenFailure(refused)).toMatchObject({ status: 0, code: "invalid_client" });
});

test("being offline is a network error", () => {
  expect(tokenFailure({ errorCode: "no_network_connectivity" }).code).toBe("NetworkError");
});

test("claims are passed on only if there are some", () => {
  expect(claimsOf({ claims: '{"access_token":{}}' })).toBe('{"access_token":{}}');
  expect(claimsOf({ claims: "" })).toBeUndefined();
  expect(claimsOf(undefined)).toBeUndefined();
});

test("whatever is thrown becomes an error that Azure calls may fail with", () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const failure = tokenFailure(thrown);
      expect(failure).toBeInstanceOf(AzureError);
      expect(failure.code).not.toBe("");
    }),
  );
});
