import * as z from "zod/mini";
import { endpointNameProblem } from "../../../lib/endpoint-names";
import { hostProblem } from "../../../lib/host";
import { kubernetesNameProblem } from "../../../lib/kubernetes-names";
import { placeholderProblem } from "../../../lib/registry-presets";
import { validateArtifactSecret, type ArtifactSecretDraft } from "../../secrets";

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A check that takes its message from one of our rules, so that rule and wording stay together. */
function rule(problemOf: (text: string) => string | undefined) {
  return z.check<string>((payload) => {
    const message = problemOf(payload.value);
    if (message !== undefined) {
      payload.issues.push({ code: "custom", input: payload.value, message });
    }
  });
}

function required(message: string) {
  return z.string().check(rule((text) => (text.trim() === "" ? message : undefined)));
}

const basicsShape = {
  instanceId: required("Choose the instance that the endpoint is for."),
  name: z.string().check(rule(endpointNameProblem)),
};

/** Basics: where, under which name, which registry. */
export const basicsSchema = z.discriminatedUnion("registrySource", [
  z.object({
    ...basicsShape,
    registrySource: z.literal("acr"),
    acrHost: required("Choose a registry, or select Other registry and type its hostname."),
  }),
  z.object({
    ...basicsShape,
    registrySource: z.literal("other"),
    hostText: z.string().check(rule((text) => hostProblem(text) ?? placeholderProblem(text))),
  }),
]);

/** Authentication: only the chosen method's members are looked at. */
export const authenticationSchema = z.discriminatedUnion("method", [
  z.object({ method: z.literal("Anonymous") }),
  z.object({
    method: z.literal("SystemAssignedManagedIdentity"),
    audience: z.string().check(rule(audienceProblem)),
  }),
  z.object({
    method: z.literal("UserAssignedManagedIdentity"),
    clientId: z.string().check(rule(guidProblem("Client ID"))),
    tenantId: z.string().check(rule(guidProblem("Tenant ID"))),
    scope: z.string().check(rule(scopeProblem)),
  }),
  z.object({
    method: z.literal("ArtifactPullSecret"),
    artifactSecret: z.custom<ArtifactSecretDraft>().check((payload) => {
      for (const [member, message] of Object.entries(validateArtifactSecret(payload.value))) {
        payload.issues.push({ code: "custom", input: payload.value, path: [member], message });
      }
    }),
  }),
]);

/** Trust: Kubernetes names, none of them twice. */
export const trustSchema = z.object({
  codeSigningCas: z
    .array(
      z.object({
        type: z.enum(["Secret", "ConfigMap"]),
        name: z.string().check(rule(kubernetesNameProblem)),
      }),
    )
    .check((payload) => {
      payload.value.forEach(({ type, name }, index) => {
        const first = payload.value.findIndex((row) => row.type === type && row.name === name);
        if (first < index && name !== "") {
          const message = `The ${type} “${name}” is already in row ${first + 1}.`;
          payload.issues.push({ code: "custom", input: name, path: [index, "name"], message });
        }
      });
    }),
});

/** Review asks nothing of its own. */
export const reviewSchema = z.object({});

function guidProblem(label: string): (text: string) => string | undefined {
  return (text) => {
    if (text.trim() === "") {
      return `Enter the ${label}, or pick an identity that fills it.`;
    }
    return GUID.test(text.trim())
      ? undefined
      : `The ${label} is a GUID such as 00000000-0000-0000-0000-000000000000.`;
  };
}

function audienceProblem(text: string): string | undefined {
  const audience = text.trim();
  return audience === "" || /^https:\/\/[^\s/?#]+(?:\/\S*)?$/.test(audience)
    ? undefined
    : "The audience is an https address such as https://management.azure.com/. Leave it empty for the default.";
}

function scopeProblem(text: string): string | undefined {
  const scope = text.trim();
  return scope === "" || (/^\S+$/.test(scope) && scope.length > 9 && scope.endsWith("/.default"))
    ? undefined
    : "The scope ends with /.default, for example https://management.azure.com/.default. Leave it empty for the default.";
}
