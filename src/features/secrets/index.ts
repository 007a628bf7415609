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
export { cleanUpLinks } from "./chain/clean-up-links";
export {
  removeSecretChain,
  secretToRemove,
  type SecretToRemove,
} from "./chain/remove-secret-chain";
export { PullSecretWarning } from "./pull-secret-warning";
export { deleteVaultSecretCommand } from "./commands";
export { SecretChainCard } from "./secret-chain-card";
