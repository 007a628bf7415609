import { Checkbox, Text } from "@fluentui/react-components";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { FoundSecretChain } from "../../secrets";
import type { RemovableSecret } from "./use-removable-secret";

interface SecretChoiceProps {
  secret: RemovableSecret;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

/** Offers to remove the endpoint's synced secret, or says why not. */
export function SecretChoice({ secret, isChosen, onChange }: SecretChoiceProps) {
  switch (secret.status) {
    case "none":
      return null;
    case "looking":
      return <Text size={200}>Looking for a synced secret that only this endpoint uses…</Text>;
    case "unknown":
      return (
        <Text size={200}>
          Its secret is kept, because its users could not be found:{" "}
          {describeFailure(secret.error, "").message}
        </Text>
      );
    case "shared":
      return (
        <Text size={200}>
          Its secret {secret.secretRef} is kept: {secret.names.join(", ")} pull with it too.
        </Text>
      );
    case "removable":
      return (
        <div>
          <Checkbox
            checked={isChosen}
            onChange={(_, { checked }) => onChange(checked === true)}
            label={`Also remove its synced secret ${secret.chain.secretRef}`}
          />
          <Text size={200} as="p" block>
            {removalText(secret.chain)}
          </Text>
        </div>
      );
  }
}

function removalText(chain: FoundSecretChain): string {
  const { secretSync, listedNames, unsharedNames, incomplete } = chain;
  const kept = listedNames.filter((name) => !unsharedNames.includes(name));
  const reason = incomplete === undefined ? "others map it." : `others may map it: ${incomplete}`;
  return [
    `Deletes the secret sync ${secretSync?.name ?? ""} and the Kubernetes secret that it makes`,
    unsharedNames.length > 0
      ? `, and takes ${unsharedNames.join(" and ")} out of the provider class.`
      : ".",
    kept.length > 0
      ? ` ${kept.join(" and ")} ${kept.length === 1 ? "stays" : "stay"} in the provider class, because ${reason}`
      : "",
    unsharedNames.length > 0 ? " Secret syncs that you may not see are not counted." : "",
    " Nothing is deleted in Key Vault. No other registry endpoint of the instance names the secret; whether a data flow endpoint or a connector does is not checked.",
  ].join("");
}
