import { ServerError } from "@azure/msal-browser";
import { expect, test } from "vitest";
import { signInFailure } from "./sign-in-failure";

test.each([
  ["access_denied", "AADSTS65004: User declined to consent to access the app.", /grant consent/],
  ["access_denied", "AADSTS53003: Access has been blocked.", /Conditional Access/],
  ["access_denied", "AADSTS50020: does not exist in the tenant", /no member or guest/],
  ["server_error", "something else", /Reload the page/],
])("%s with “%s” says what to do", (code, message, nextStep) => {
  const failure = signInFailure(new ServerError(code, "", message), "You could not be signed in");
  expect(failure).toMatchObject({ title: "You could not be signed in", code });
  expect(failure.nextStep).toMatch(nextStep);
});

test("what is known of the reason comes before what is said otherwise", () => {
  const error = new ServerError("access_denied", "", "AADSTS50105: not assigned to a role");
  const { nextStep } = signInFailure(error, "The directory was not switched", "You are still Gus.");
  expect(nextStep).toBe(
    "Ask an administrator to assign you to the portal’s application. You are still Gus.",
  );
});
