import { useController, useFormContext } from "react-hook-form";
import type { AuthenticationMethod } from "../../../azure/iot-operations/registry-endpoint";
import { authenticationLabels } from "../../../lib/authentication-labels";
import { RadioCards } from "../../../ui/radio-cards";
import { useFieldMessage } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { FieldAnchor } from "../form/field-focus";
import { AnonymousMethod } from "./authentication/anonymous-method";
import { ArtifactSecretMethod } from "./authentication/artifact-secret-method";
import { SystemIdentityMethod } from "./authentication/system-identity-method";
import { UserIdentityMethod } from "./authentication/user-identity-method";

/** How the edge signs in to the registry. Each method keeps what was entered for it. */
export function AuthenticationStep() {
  const form = useFormContext<EditorValues>();
  const { field } = useController<EditorValues, "method">({ name: "method" });
  return (
    <>
      <FieldAnchor name="method">
        <RadioCards
          label="Authentication"
          required
          value={field.value}
          onChange={(method) => {
            form.clearErrors(["audience", "clientId", "tenantId", "scope", "artifactSecret"]);
            field.onChange(method);
            form.setValue("isMethodChosen", true);
          }}
          error={useFieldMessage("method")}
          options={authenticationLabels.map(({ method, label, description }) => ({
            value: method,
            label,
            description,
          }))}
        />
      </FieldAnchor>
      <MethodFields method={field.value} />
    </>
  );
}

function MethodFields({ method }: { method: AuthenticationMethod }) {
  switch (method) {
    case "Anonymous":
      return <AnonymousMethod />;
    case "SystemAssignedManagedIdentity":
      return <SystemIdentityMethod />;
    case "UserAssignedManagedIdentity":
      return <UserIdentityMethod />;
    case "ArtifactPullSecret":
      return <ArtifactSecretMethod />;
  }
}
