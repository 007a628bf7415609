import type {
  CodeSigningCa,
  RegistryEndpointAuthentication,
  RegistryEndpointBody,
} from "../../azure/iot-operations/registry-endpoint";
import { secretRefOf } from "../secrets";
import { hostOf, type EditorValues, type TrustRow } from "./form/editor-values";

/**
 * The body of the PUT (Microsoft.IoTOperations 2026-07-01): only the chosen method's block, optional
 * members only when filled, the trust list only when there is one.
 */
export function toRequest(
  values: EditorValues,
  instance: { customLocationId?: string; version?: string },
): RegistryEndpointBody {
  return {
    extendedLocation: { name: instance.customLocationId ?? "", type: "CustomLocation" },
    properties: {
      host: hostOf(values, instance.version),
      authentication: authenticationOf(values),
      ...(values.codeSigningCas.length === 0
        ? {}
        : { codeSigningCas: values.codeSigningCas.map(codeSigningCa) }),
    },
  };
}

function authenticationOf(values: EditorValues): RegistryEndpointAuthentication {
  const { method } = values;
  switch (method) {
    case "Anonymous":
      return { method, anonymousSettings: {} };
    case "SystemAssignedManagedIdentity":
      return {
        method,
        systemAssignedManagedIdentitySettings: optional("audience", values.audience),
      };
    case "UserAssignedManagedIdentity":
      return {
        method,
        userAssignedManagedIdentitySettings: {
          clientId: values.clientId.trim(),
          tenantId: values.tenantId.trim(),
          ...optional("scope", values.scope),
        },
      };
    case "ArtifactPullSecret":
      return {
        method,
        artifactPullSecretSettings: { secretRef: secretRefOf(values.artifactSecret) },
      };
  }
}

function optional<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  const value = text.trim();
  return value === "" ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

function codeSigningCa({ type, name }: TrustRow): CodeSigningCa {
  return type === "Secret" ? { type, secretRef: name } : { type, configMapRef: name };
}
