import { registryKindOf, type KNOWN_HOSTS, type RegistryKind } from "../registry-kind";
import { foldCase } from "./fold";

/** The registries that the list tells apart. */
export type RegistryGroup =
  "acr" | "mcr" | "github" | "dockerhub" | keyof typeof KNOWN_HOSTS | "other";

/** Their names, as people know them. */
export const registryGroupLabels: Readonly<Record<RegistryGroup, string>> = {
  acr: "Azure Container Registry",
  mcr: "Microsoft Artifact Registry",
  github: "GitHub Container Registry",
  dockerhub: "Docker Hub",
  quay: "Quay",
  ecr: "Amazon ECR",
  gar: "Google Artifact Registry",
  gitlab: "GitLab",
  other: "Other",
};

const groupOfKind: Partial<Record<RegistryKind, RegistryGroup>> = {
  acr: "acr",
  mcr: "mcr",
  ghcr: "github",
  dockerhub: "dockerhub",
  quay: "quay",
  ecr: "ecr",
  gar: "gar",
  gitlab: "gitlab",
};

/** The group of an endpoint's host, by its hostname without port and path, in any case. */
export function registryGroupOf(host: string): RegistryGroup {
  const [authority = ""] = foldCase(host).split("/");
  const [hostname = ""] = authority.split(":");
  return groupOfKind[registryKindOf(hostname)] ?? "other";
}
