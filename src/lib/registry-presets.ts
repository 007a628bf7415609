import type { RegistryKind } from "./registry-kind";

/** A well-known kind of registry: what its host looks like and what to know before using it. */
export interface RegistryPreset {
  id: Exclude<RegistryKind, "acr">;
  label: string;
  /** Put into the host field when chosen; parts in capitals are to be replaced. */
  hostTemplate: string;
  advice: string;
}

/** Registries other than Azure Container Registry, in the order in which they are offered. */
export const registryPresets: readonly RegistryPreset[] = [
  {
    id: "mcr",
    label: "Microsoft Artifact Registry (MCR)",
    hostTemplate: "mcr.microsoft.com",
    advice:
      "Public and without sign-in: choose Anonymous. Every instance of version 1.2 or later already has an endpoint named “default” for it.",
  },
  {
    id: "ghcr",
    label: "GitHub Container Registry",
    hostTemplate: "ghcr.io",
    advice:
      "Public packages work with Anonymous; private ones need an artifact secret with a personal access token (classic) that has read:packages.",
  },
  {
    id: "dockerhub",
    label: "Docker Hub",
    hostTemplate: "docker.io",
    advice:
      "Anonymous pulls are limited per public IP address, which all machines of a site share: an artifact secret with an access token avoids failures.",
  },
  {
    id: "quay",
    label: "Quay",
    hostTemplate: "quay.io",
    advice:
      "Use a robot account with read permission in an artifact secret; its user name looks like team+robot.",
  },
  {
    id: "harbor",
    label: "Harbor",
    hostTemplate: "harbor.EXAMPLE.com",
    advice:
      "Use a robot account with pull permission in an artifact secret; the edge cluster must trust the certificate that the Harbor server presents.",
  },
  {
    id: "ecr",
    label: "Amazon ECR",
    hostTemplate: "ACCOUNT.dkr.ecr.REGION.amazonaws.com",
    advice:
      "Passwords of Amazon ECR (user name AWS) expire after 12 hours, so the artifact secret must be renewed on a schedule.",
  },
  {
    id: "gar",
    label: "Google Artifact Registry",
    hostTemplate: "REGION-docker.pkg.dev",
    advice:
      "Use the user name _json_key_base64 and a service account key with Artifact Registry Reader in an artifact secret.",
  },
];

const PLACEHOLDER = /[A-Z]+/g;

const placeholders = new Set(
  registryPresets.flatMap(({ hostTemplate }) => hostTemplate.match(PLACEHOLDER) ?? []),
);

/** The parts of a host that a preset put there to be replaced and that are still in capitals. */
export function placeholdersIn(text: string): string[] {
  const words = text.split(/[^A-Za-z0-9]+/);
  return [...placeholders].filter((placeholder) => words.includes(placeholder));
}

/** Why a host that still has a preset's placeholders cannot be used, or undefined. */
export function placeholderProblem(text: string): string | undefined {
  const left = placeholdersIn(text);
  return left.length === 0 ? undefined : `Replace ${left.join(" and ")} with your own.`;
}

/** The preset of that kind, or undefined for Azure Container Registry and unknown hosts. */
export function presetOf(kind: RegistryKind): RegistryPreset | undefined {
  return registryPresets.find((preset) => preset.id === kind);
}
