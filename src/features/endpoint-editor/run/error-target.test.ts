import { expect, it } from "vitest";
import { AzureError } from "../../../azure/http/azure-error";
import { emptyEditorValues } from "../form/editor-values";
import { refusedField } from "./error-target";

const values = emptyEditorValues({ tenantId: "" });
const message = "Refused.";

function invalid(target: string | undefined, text = message) {
  return new AzureError({
    status: 400,
    code: "InvalidRequestContent",
    message: "The request content is not valid.",
    details: [{ code: "ValidationError", target, message: text }],
  });
}

it.each([
  ["properties.host", "basics", "acrHost"],
  [
    "properties.authentication.userAssignedManagedIdentitySettings.clientId",
    "authentication",
    "clientId",
  ],
  [
    "properties.authentication.userAssignedManagedIdentitySettings.tenantId",
    "authentication",
    "tenantId",
  ],
  [
    "properties.authentication.userAssignedManagedIdentitySettings.scope",
    "authentication",
    "scope",
  ],
  [
    "properties.authentication.systemAssignedManagedIdentitySettings.audience",
    "authentication",
    "audience",
  ],
  [
    "properties.authentication.artifactPullSecretSettings.secretRef",
    "authentication",
    "artifactSecret",
  ],
  ["properties.authentication.method", "authentication", "method"],
  ["properties.codeSigningCas[1].secretRef", "trust", "codeSigningCas"],
  ["name", "basics", "name"],
])("brings %s to its field", (target, step, field) => {
  expect(refusedField(invalid(target), values)).toEqual({ step, field, message });
});

it("brings the host to where it was typed", () => {
  const typed = { ...values, registrySource: "other" as const };
  expect(refusedField(invalid("properties.host"), typed)?.field).toBe("hostText");
});

it("reads the message of a 400 without a target", () => {
  const error = invalid(undefined, "The property 'properties.host' is too long.");
  expect(refusedField(error, values)?.field).toBe("acrHost");
});

it("leaves failures alone that are about no field", () => {
  const forbidden = new AzureError({
    status: 403,
    code: "AuthorizationFailed",
    message: "The client has no permission over scope '/subscriptions/1'.",
  });
  const outage = new AzureError({ status: 503, code: "ServiceUnavailable", message: "host down" });
  expect(refusedField(forbidden, values)).toBeUndefined();
  expect(refusedField(outage, values)).toBeUndefined();
  expect(refusedField(new Error("host"), values)).toBeUndefined();
});
