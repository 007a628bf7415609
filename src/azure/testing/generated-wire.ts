import fc from "fast-check";
import type { ScriptedAnswer, SentRequest } from "./scripted-azure";

/** Texts as Azure may hold them: long, of other alphabets, of no alphabet, or those of another language. */
export const wireText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 63 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "x".repeat(63),
    "Gdańsk – Zakład Przetwórstwa №7",
    "工場-東京-第二",
    "مصنع",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "__proto__",
    "constructor",
  ),
);

/** JSON of any type. */
export const wireJunk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constant(1e300),
  wireText,
  fc.array(fc.jsonValue(), { maxLength: 2 }),
  fc.dictionary(wireText, fc.jsonValue(), { maxKeys: 2 }),
);

/** What a member usually is; now and then anything else, null, or missing. */
export function orJunk(usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: wireJunk });
}

/** A record of which any member may be missing. */
export function loose(members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(members, { requiredKeys: [] });
}

const method = fc.oneof(
  fc.constantFrom(
    "Anonymous",
    "ArtifactPullSecret",
    "SystemAssignedManagedIdentity",
    "UserAssignedManagedIdentity",
    "FederatedCredential",
  ),
  wireText,
);
const state = fc.oneof(fc.constantFrom("Succeeded", "Failed", "Paused"), wireText);

/** `properties` of a registry endpoint. */
export const wireEndpointProperties = loose({
  host: orJunk(fc.oneof(fc.constantFrom("ghcr.io", "Contoso.AzureCR.io"), wireText)),
  authentication: orJunk(
    loose({
      method: orJunk(method),
      anonymousSettings: orJunk(fc.constant({})),
      artifactPullSecretSettings: orJunk(loose({ secretRef: orJunk(wireText) })),
      systemAssignedManagedIdentitySettings: orJunk(loose({ audience: orJunk(wireText) })),
      userAssignedManagedIdentitySettings: orJunk(
        loose({ clientId: orJunk(wireText), tenantId: orJunk(wireText), scope: orJunk(wireText) }),
      ),
    }),
  ),
  codeSigningCas: orJunk(
    fc.array(
      orJunk(
        loose({
          type: orJunk(fc.constantFrom("Secret", "ConfigMap", "Certificate")),
          secretRef: orJunk(wireText),
          configMapRef: orJunk(wireText),
        }),
      ),
      { maxLength: 3 },
    ),
  ),
  provisioningState: orJunk(state),
  healthState: orJunk(state),
});

/** Every member of a resource but its id. */
export const wireMembers = {
  name: orJunk(wireText),
  type: orJunk(wireText),
  location: orJunk(fc.constant("westeurope")),
  tags: orJunk(fc.dictionary(fc.oneof(fc.constant("site"), wireText), orJunk(wireText))),
  extendedLocation: orJunk(loose({ name: orJunk(wireText), type: orJunk(wireText) })),
  systemData: orJunk(loose({ createdBy: orJunk(wireText), createdAt: orJunk(wireText) })),
};

/** The same letters in any case. */
export function inAnyCase(text: string): fc.Arbitrary<string> {
  return fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((c, at) => (upper[at] ? c.toUpperCase() : c)).join(""));
}

/** Enough answers for any run of requests. */
export function always(answer: (request: SentRequest) => ScriptedAnswer) {
  return Array.from({ length: 60 }, () => answer);
}
