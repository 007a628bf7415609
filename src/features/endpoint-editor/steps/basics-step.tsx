import { useController, useFormContext } from "react-hook-form";
import { useInstanceEndpoints } from "../../../queries/instances";
import { usePermissions } from "../../../queries/permissions";
import { Note } from "../../../ui/note";
import { RadioCards } from "../../../ui/radio-cards";
import { useEditor } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { useChosenRegistry } from "../form/use-chosen-registry";
import { HostField } from "./basics/host-field";
import { InstanceField } from "./basics/instance-field";
import { NameField } from "./basics/name-field";
import { RegistryField } from "./basics/registry-field";

const CREATE_ACTION = "Microsoft.IoTOperations/instances/registryEndpoints/write";

/** Where the endpoint goes, its name, and the registry that it is for. */
export function BasicsStep() {
  const form = useFormContext<EditorValues>();
  const { field } = useController<EditorValues, "registrySource">({ name: "registrySource" });
  return (
    <>
      <InstanceField />
      <MissingRightWarning />
      <NameField />
      <RadioCards
        label="Registry source"
        value={field.value}
        onChange={(source) => {
          form.clearErrors(["acrHost", "hostText"]);
          field.onChange(source);
        }}
        options={[
          {
            value: "acr",
            label: "Azure Container Registry",
            description: "Pick one from your subscriptions.",
          },
          {
            value: "other",
            label: "Other registry",
            description: "Type the hostname of any OCI registry.",
          },
        ]}
      />
      {field.value === "acr" ? <RegistryField /> : <HostField />}
      <SameHostWarning />
    </>
  );
}

/** Said at the start: without the right, four steps of work would end in a refusal. */
function MissingRightWarning() {
  const { instance } = useEditor();
  const mayCreate = usePermissions(instance?.id ?? "").allows(CREATE_ACTION);
  if (instance === undefined || mayCreate !== false) {
    return null;
  }
  return (
    <Note intent="warning" title="You may not be allowed to create endpoints here">
      Your roles on {instance.name} do not include {CREATE_ACTION}. The code on the last step can be
      handed to somebody whose roles do.
    </Note>
  );
}

function SameHostWarning() {
  const { instance } = useEditor();
  const { reading } = useChosenRegistry();
  const endpoints = useInstanceEndpoints(instance?.id ?? "");
  const same = (endpoints.data ?? []).find(
    ({ properties }) => reading.host !== "" && properties.host?.toLowerCase() === reading.host,
  );
  if (instance === undefined || same === undefined) {
    return null;
  }
  return (
    <Note intent="warning" title="This host is already on the instance">
      “{same.name}” has the same host. It is not documented which of the two is used where only the
      host is compared.
    </Note>
  );
}
