import { pullRoleCommand, pullRoleOf } from "../../../../lib/pull-role";
import { shellWord } from "../../../../lib/shell-word";
import { unseenRegistryRemark } from "../../../../lib/tenants";
import { useAzCommands } from "../../../../queries/cloud";
import { useRegistries } from "../../../../queries/registries";
import { CodeBlock } from "../../../../ui/code-block";
import { Note } from "../../../../ui/note";
import { useChosenRegistry } from "../../form/use-chosen-registry";

/** What stands between a managed identity and the chosen registry, as far as Azure's settings tell. */
export function ManagedIdentityWarnings() {
  const az = useAzCommands();
  const { reading, registry } = useChosenRegistry();
  const visible = useRegistries().data?.map(({ loginServer }) => loginServer);
  const unseen = unseenRegistryRemark(reading.hostname, visible);
  if (reading.kind !== "acr") {
    return (
      <Note intent="warning" title="Managed identities work with Azure Container Registry">
        Pulls will most likely fail: {reading.hostname === "" ? "the registry" : reading.hostname}{" "}
        is not known to accept Microsoft Entra identities. Choose Artifact secret, or Anonymous for
        public artifacts.
      </Note>
    );
  }
  return (
    <>
      {unseen && (
        <Note intent="info" title={unseen.title}>
          {unseen.text}
        </Note>
      )}
      {registry?.isArmAudienceRefused && (
        <>
          <Note intent="warning" title="This registry refuses the tokens that edges use">
            It has authentication with tokens for Azure Resource Manager turned off, and those are
            what Azure IoT Operations asks for by default. Turn it on, or set another audience that
            you know to work.
          </Note>
          <CodeBlock
            label="Azure CLI command to allow these tokens"
            code={az(
              `az acr config authentication-as-arm update --registry ${shellWord(registry.name)} --status enabled`,
            )}
          />
        </>
      )}
      {registry?.isPublicAccessDisabled && (
        <Note intent="warning" title="Public network access is disabled">
          The identity alone is not enough: the edge cluster must reach {reading.hostname} through a
          private endpoint.
        </Note>
      )}
    </>
  );
}

/** The command that lets an identity pull from the chosen registry; nothing for other registries. */
export function PullRoleCommand({ principalId }: { principalId: string }) {
  const az = useAzCommands();
  const { reading, registry } = useChosenRegistry();
  if (reading.kind !== "acr") {
    return null;
  }
  const role = pullRoleOf(registry?.isAbac);
  return (
    <>
      <Note intent="info" title={`The identity needs the role ${role}`}>
        {registry?.isAbac
          ? "The registry is in ABAC mode, which ignores AcrPull. "
          : registry === undefined
            ? "If the registry is in ABAC mode, AcrPull is ignored: grant Container Registry Repository Reader instead. "
            : ""}
        Somebody who may assign roles on the registry runs this once; it can take minutes to work.
      </Note>
      <CodeBlock
        label={`Azure CLI command to grant ${role}`}
        code={az(
          pullRoleCommand({
            principalId,
            registryId: registry?.id,
            loginServer: reading.hostname,
            isAbac: registry?.isAbac,
          }),
        )}
      />
    </>
  );
}
