import { useController } from "react-hook-form";
import { describeFailure } from "../../../../azure/http/describe-failure";
import { useInstances, type InstanceOption } from "../../../../queries/instances";
import { useSubscriptions } from "../../../../queries/subscriptions";
import { FailureMessage } from "../../../../ui/failure-message";
import { Picker, type PickerItem } from "../../../../ui/picker";
import { StatusBadge } from "../../../../ui/status-badge";
import { useEditor, useRecheck, useRefusal } from "../../form/editor-context";
import type { EditorValues } from "../../form/editor-values";
import { FieldAnchor } from "../../form/field-focus";

/** The instance that the endpoint belongs to; those that cannot be used are listed with the reason. */
export function InstanceField() {
  const instances = useInstances();
  const { instance } = useEditor();
  const { field, fieldState } = useController<EditorValues, "instanceId">({ name: "instanceId" });
  const recheck = useRecheck();
  const refused = useRefusal("instanceId", field.value);
  const isUnknown = field.value !== "" && instances.isSuccess && instance === undefined;
  return (
    <FieldAnchor name="instanceId">
      {instances.isError && (
        <FailureMessage
          failure={describeFailure(instances.error, "The instances could not be listed")}
          onRetry={() => void instances.refetch()}
        />
      )}
      <Picker
        label="Instance"
        required
        name="instanceId"
        inputRef={field.ref}
        items={useInstanceItems(instances.data ?? [])}
        selectedId={instance?.id ?? (field.value === "" ? undefined : field.value)}
        onSelect={(id) => {
          field.onChange(id ?? "");
          recheck("instanceId");
        }}
        onBlur={field.onBlur}
        isLoading={instances.isPending}
        placeholder="Search by name, site or version"
        emptyText="You can see no Azure IoT Operations instance"
        hint={instance === undefined ? undefined : describe(instance)}
        error={fieldState.error?.message ?? instance?.disabledReason ?? refused}
        warning={isUnknown ? "This instance is not among those that you can see." : undefined}
      />
    </FieldAnchor>
  );
}

/** The instances by subscription, each in alphabetical order. */
function useInstanceItems(instances: InstanceOption[]): PickerItem[] {
  const subscriptions = useSubscriptions().data;
  const nameOf = (id: string) =>
    subscriptions?.find(({ subscriptionId }) => subscriptionId === id)?.displayName ?? id;
  return instances
    .map((instance) => pickerItem(instance, nameOf(instance.subscriptionId)))
    .sort((one, other) => byName(one.group, other.group) || byName(one.label, other.label));
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, "en", { sensitivity: "base", numeric: true });
}

function pickerItem(instance: InstanceOption, group: string) {
  const { id, name, site, version, resourceGroup, disabledReason, provisioningState } = instance;
  return {
    id,
    label: name,
    group,
    description: describe(instance),
    searchText: `${name} ${site} ${version ?? ""} ${resourceGroup} ${group}`,
    badge:
      provisioningState === undefined || provisioningState === "Succeeded" ? undefined : (
        <StatusBadge
          intent={provisioningState === "Failed" ? "error" : "warning"}
          label={provisioningState}
        />
      ),
    ...(disabledReason === undefined ? {} : { disabledReason }),
  };
}

function describe({ site, version, resourceGroup }: InstanceOption): string {
  return [
    site === "" ? undefined : `Site ${site}`,
    version === undefined ? "Version not known" : `Version ${version}`,
    resourceGroup,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
}
