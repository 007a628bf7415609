import { shellWord } from "../../../../lib/shell-word";
import type { HostReading } from "../../../../lib/host";
import type { RegistryOption } from "../../../../queries/registries";
import { CodeBlock } from "../../../../ui/code-block";
import { Note } from "../../../../ui/note";
import { useChosenRegistry } from "../../form/use-chosen-registry";

/** Anonymous asks nothing; what the registry's own setting means for it is all there is to say. */
export function AnonymousMethod() {
  const { reading, registry } = useChosenRegistry();
  return reading.kind === "acr" ? (
    <AzureRegistryNote host={reading.hostname} registry={registry} />
  ) : (
    <PublicRegistryNote kind={reading.kind} host={reading.hostname} />
  );
}

function AzureRegistryNote({ host, registry }: { host: string; registry?: RegistryOption }) {
  if (registry?.isAnonymousPullEnabled === undefined) {
    return (
      <Note intent="warning" title={`Whether ${host} allows anonymous pulls is not known`}>
        You cannot see the registry's settings. Unless its owner turned anonymous pull on, edges
        will be refused.
      </Note>
    );
  }
  if (registry.isAnonymousPullEnabled) {
    return (
      <Note intent="success" title="Anonymous pull is on for this registry">
        Anybody who can reach {host} may pull every artifact in it
        {registry.isPublicAccessDisabled
          ? ", but public network access is disabled: only networks with a private endpoint reach it."
          : "."}
      </Note>
    );
  }
  return (
    <>
      <Note intent="warning" title="Anonymous pull is off for this registry">
        Edges will be refused until it is turned on (Standard and Premium only), for everybody and
        every repository. A managed identity is the safer choice.
      </Note>
      <CodeBlock
        label="Azure CLI command to turn anonymous pull on"
        code={`az acr update --name ${shellWord(registry.name)} --anonymous-pull-enabled true`}
      />
    </>
  );
}

function PublicRegistryNote({ kind, host }: { kind: HostReading["kind"]; host: string }) {
  if (kind === "mcr") {
    return (
      <Note intent="success" title="Microsoft's registry is public">
        Pulling from {host} needs no credentials.
      </Note>
    );
  }
  return (
    <Note intent="info" title="For public artifacts only">
      {kind === "dockerhub"
        ? "Docker Hub limits anonymous pulls per public IP address, which all machines of a site share: expect failures when many pull at once."
        : `${host === "" ? "The registry" : host} may limit how often one address pulls without credentials, and private repositories are refused.`}
    </Note>
  );
}
