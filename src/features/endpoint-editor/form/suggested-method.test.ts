import { expect, it } from "vitest";
import { suggestedMethod } from "./suggested-method";

it.each([
  ["acr", "", "SystemAssignedManagedIdentity"],
  ["other", "contoso.azurecr.io", "SystemAssignedManagedIdentity"],
  ["other", "mcr.microsoft.com", "Anonymous"],
  ["other", "docker.io", "ArtifactPullSecret"],
  ["other", "ghcr.io/azure-samples", "ArtifactPullSecret"],
  ["other", "registry.contoso.com:5000", "ArtifactPullSecret"],
] as const)(
  "suggests for source %s and host %j the method %s",
  (registrySource, hostText, method) => {
    expect(suggestedMethod({ registrySource, hostText })).toBe(method);
  },
);
