/** One authentication method in the words of the Azure portal. */
export interface AuthenticationLabel {
  method:
    | "Anonymous"
    | "SystemAssignedManagedIdentity"
    | "UserAssignedManagedIdentity"
    | "ArtifactPullSecret";
  label: string;
  description: string;
}

/** The four methods of Microsoft.IoTOperations 2026-07-01, in the order in which the portal shows them. */
export const authenticationLabels: readonly AuthenticationLabel[] = [
  {
    method: "Anonymous",
    label: "Anonymous",
    description: "No credentials, for registries that anyone may pull from.",
  },
  {
    method: "SystemAssignedManagedIdentity",
    label: "System managed identity",
    description:
      "The identity of the Azure IoT Operations extension pulls. Recommended for Azure Container Registry.",
  },
  {
    method: "UserAssignedManagedIdentity",
    label: "User managed identity",
    description: "An identity of your own pulls, for Azure Container Registry.",
  },
  {
    method: "ArtifactPullSecret",
    label: "Artifact secret",
    description: "A user name and password in a Kubernetes secret, for any other registry.",
  },
];

/** The portal's label of a method; a method that is not known yet is shown by Azure's own name. */
export function authenticationLabel(method: string | undefined): string {
  return (
    authenticationLabels.find((entry) => entry.method === method)?.label ?? method ?? "Unknown"
  );
}
