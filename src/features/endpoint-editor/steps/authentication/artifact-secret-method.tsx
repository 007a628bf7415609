import { get, useController, useFormState, useWatch } from "react-hook-form";
import { Note } from "../../../../ui/note";
import { ArtifactSecretFields, type ArtifactSecretErrors } from "../../../secrets";
import { useEditor, useRecheck, useRefusal } from "../../form/editor-context";
import type { EditorValues } from "../../form/editor-values";
import { FieldAnchor } from "../../form/field-focus";
import { useChosenRegistry } from "../../form/use-chosen-registry";

/** The Kubernetes secret that edges pull with: named, reused or made from Key Vault secrets. */
export function ArtifactSecretMethod() {
  const { instance } = useEditor();
  const { reading } = useChosenRegistry();
  const endpointName = useWatch<EditorValues, "name">({ name: "name" });
  const { field } = useController<EditorValues, "artifactSecret">({ name: "artifactSecret" });
  const { errors } = useFormState<EditorValues>({ name: "artifactSecret" });
  const recheck = useRecheck();
  const refused = useRefusal("artifactSecret", field.value);
  if (instance === undefined) {
    return <Note intent="info">Choose an instance first: its Key Vault is used.</Note>;
  }
  return (
    <FieldAnchor name="artifactSecret">
      {refused !== undefined && (
        <Note intent="error" title="Azure refused the secret reference">
          {refused}
        </Note>
      )}
      <ArtifactSecretFields
        instanceId={instance.id}
        endpointName={endpointName}
        host={reading.host}
        draft={field.value}
        onChange={(draft) => {
          field.onChange(draft);
          recheck("artifactSecret");
        }}
        errors={messagesOf(get(errors, "artifactSecret"))}
      />
    </FieldAnchor>
  );
}

function messagesOf(errors: unknown): ArtifactSecretErrors {
  const entries = Object.entries(errors ?? {}).flatMap(([member, error]: [string, unknown]) =>
    typeof error === "object" && error !== null && "message" in error
      ? [[member, error.message] as const]
      : [],
  );
  return Object.fromEntries(entries);
}
