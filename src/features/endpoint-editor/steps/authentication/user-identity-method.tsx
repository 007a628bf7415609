import { useFormContext } from "react-hook-form";
import { describeFailure } from "../../../../azure/http/describe-failure";
import { shellWord } from "../../../../lib/shell-word";
import { identityTenantRemark } from "../../../../lib/tenants";
import { useAccount } from "../../../../queries/azure-context";
import { useAzCommands } from "../../../../queries/cloud";
import { useIdentities, type IdentityOption } from "../../../../queries/identities";
import { CodeBlock } from "../../../../ui/code-block";
import { FailureMessage } from "../../../../ui/failure-message";
import { Note } from "../../../../ui/note";
import { Picker } from "../../../../ui/picker";
import { TextField } from "../../../../ui/text-field";
import { AdvancedSection } from "../../form/advanced-section";
import { useEditor, useTextValue } from "../../form/editor-context";
import type { EditorValues } from "../../form/editor-values";
import { FieldAnchor } from "../../form/field-focus";
import { ManagedIdentityWarnings, PullRoleCommand } from "./managed-identity-notes";

/** An identity of the person's own pulls: picked, which fills both ids, or both typed. */
export function UserIdentityMethod() {
  const form = useFormContext<EditorValues>();
  const identities = useIdentities();
  const clientId = useTextValue("clientId");
  const tenantId = useTextValue("tenantId");
  const scope = useTextValue("scope");
  const remark = identityTenantRemark(tenantId.value, useAccount().tenantId);
  const chosen = identities.data?.find((identity) => isSameIdentity(identity, clientId.value));

  function pick(id: string | undefined) {
    const identity = identities.data?.find((candidate) => candidate.id === id);
    const options = { shouldDirty: true, shouldTouch: true, shouldValidate: true };
    form.setValue("clientId", identity?.clientId ?? "", options);
    if (identity !== undefined) {
      form.setValue("tenantId", identity.tenantId, options);
    }
  }

  return (
    <>
      <ManagedIdentityWarnings />
      {identities.isError && (
        <FailureMessage
          failure={describeFailure(identities.error, "The identities could not be listed")}
          onRetry={() => void identities.refetch()}
        />
      )}
      <Picker
        label="User-assigned identity"
        items={(identities.data ?? []).map(pickerItem)}
        selectedId={chosen?.id}
        onSelect={pick}
        isLoading={identities.isPending}
        placeholder="Search identities in all subscriptions"
        emptyText="You can see no user-assigned identity: type its ids below"
        hint="Fills the two ids below."
      />
      <FieldAnchor name="clientId">
        <TextField {...clientId} label="Client ID" required />
      </FieldAnchor>
      <FieldAnchor name="tenantId">
        <TextField {...tenantId} label="Tenant ID" required />
      </FieldAnchor>
      {remark && (
        <Note intent="info" title={remark.title}>
          {remark.text}
        </Note>
      )}
      {chosen?.principalId !== undefined && <PullRoleCommand principalId={chosen.principalId} />}
      <FederationNote identity={chosen} />
      <AdvancedSection isNeeded={scope.value !== "" || scope.error !== undefined}>
        <FieldAnchor name="scope">
          <TextField
            {...scope}
            label="Scope"
            placeholder="https://management.azure.com/.default"
            hint="Leave empty to have it inferred from the registry. Ends with /.default."
          />
        </FieldAnchor>
      </AdvancedSection>
    </>
  );
}

/** Graphs run under a service account of their own, which the identity must trust. */
function FederationNote({ identity }: { identity: IdentityOption | undefined }) {
  const { instance } = useEditor();
  const az = useAzCommands();
  if (identity === undefined || instance === undefined) {
    return null;
  }
  const command = [
    "az iot ops identity assign",
    `--subscription ${shellWord(instance.subscriptionId)}`,
    `--resource-group ${shellWord(instance.resourceGroup)}`,
    `--name ${shellWord(instance.name)}`,
    `--mi-user-assigned ${shellWord(identity.id)}`,
    "--usage wasm-graph",
  ];
  return (
    <>
      <Note intent="info" title="The instance must be allowed to act as this identity">
        Run this once for data flow graphs; it adds the federated credential that the graphs'
        service account needs.
      </Note>
      <CodeBlock
        label="Azure CLI command to assign the identity"
        code={az(command.join(" \\\n  "))}
      />
    </>
  );
}

function isSameIdentity(identity: IdentityOption, clientId: string): boolean {
  return identity.clientId.toLowerCase() === clientId.trim().toLowerCase();
}

function pickerItem({ id, name, clientId, resourceGroup }: IdentityOption) {
  return { id, label: name, description: `${clientId} · ${resourceGroup}`, searchText: name };
}
