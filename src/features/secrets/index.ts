export { ArtifactSecretFields } from "./artifact-secret-fields";
export {
  emptyArtifactSecretDraft,
  secretRefOf,
  summariseArtifactSecret,
  validateArtifactSecret,
  type ArtifactSecretDraft,
  type ArtifactSecretErrors,
} from "./artifact-secret-draft";
export { findSecretChain, type FoundSecretChain } from "./chain/find-secret-chain";
export { planSecretChain } from "./chain/plan-secret-chain";
export { removeSecretChain } from "./chain/remove-secret-chain";
export { PullSecretWarning } from "./pull-secret-warning";
export { SecretChainCard } from "./secret-chain-card";
