import { useController, useFormContext } from "react-hook-form";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { nameOf, parseResourceId, sameId } from "../../../azure/resource-id";
import { useInstanceEndpoints } from "../../../queries/instances";
import { usePermissions } from "../../../queries/permissions";
import { Facts } from "../../../ui/facts";
import { Note } from "../../../ui/note";
import { RadioCards } from "../../../ui/radio-cards";
import { useEditor } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { useChosenRegistry } from "../form/use-chosen-registry";
import { HostField } from "./basics/host-field";
import { InstanceField } from "./basics/instance-field";
import { NameField } from "./basics/name-field";
import { RegistryField } from "./basics/registry-field";

const WRITE_ACTION = "Microsoft.IoTOperations/instances/registryEndpoints/write";

/** Where the endpoint goes, its name, and the registry that it is for. */
export function BasicsStep() {
  const form = useFormContext<EditorValues>();
  const { base } = useEditor();
  const { field } = useController<EditorValues, "registrySource">({ name: "registrySource" });
  return (
    <>
      {base === undefined ? <InstanceField /> : <EditedEndpoint base={base} />}
      <MissingRightWarning />
      {base === undefined && <NameField />}
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

/** Instance and name, which an edit cannot change. */
function EditedEndpoint({ base }: { base: RegistryEndpoint }) {
  const { instance } = useEditor();
  return (
    <Facts
      label="Registry endpoint"
      items={[
        { label: "Registry endpoint name", value: base.name },
        {
          label: "Instance",
          value: instance?.name ?? nameOf(parseResourceId(base.id)?.parentId ?? base.id),
        },
      ]}
    />
  );
}

/** Said at the start: without the right, four steps of work would end in a refusal. */
function MissingRightWarning() {
  const { instance, base } = useEditor();
  const mayWrite = usePermissions(base?.id ?? instance?.id ?? "").allows(WRITE_ACTION);
  if (instance === undefined || mayWrite !== false) {
    return null;
  }
  const verb = base === undefined ? "create" : "change";
  return (
    <Note intent="warning" title={`You may not be allowed to ${verb} endpoints here`}>
      Your roles on {instance.name} do not include {WRITE_ACTION}. The code on the last step can be
      handed to somebody whose roles do.
    </Note>
  );
}

function SameHostWarning() {
  const { instance, base } = useEditor();
  const { reading } = useChosenRegistry();
  const endpoints = useInstanceEndpoints(instance?.id ?? "");
  const same = (endpoints.data ?? []).find(
    ({ id, properties }) =>
      reading.host !== "" &&
      properties.host?.toLowerCase() === reading.host &&
      !sameId(id, base?.id ?? ""),
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
