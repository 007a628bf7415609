import { makeStyles, tokens } from "@fluentui/react-components";
import { useController } from "react-hook-form";
import { describeFailure } from "../../../../azure/http/describe-failure";
import { useRegistries, type RegistryOption } from "../../../../queries/registries";
import { useSubscriptions } from "../../../../queries/subscriptions";
import { FailureMessage } from "../../../../ui/failure-message";
import { Picker } from "../../../../ui/picker";
import { StatusBadge } from "../../../../ui/status-badge";
import { useRecheck, useRefusal } from "../../form/editor-context";
import type { EditorValues } from "../../form/editor-values";
import { FieldAnchor } from "../../form/field-focus";

const useStyles = makeStyles({
  badges: { display: "inline-flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** An Azure Container Registry of any subscription, with the settings that decide who can pull. */
export function RegistryField() {
  const registries = useRegistries();
  const subscriptions = useSubscriptions();
  const { field, fieldState } = useController<EditorValues, "acrHost">({ name: "acrHost" });
  const recheck = useRecheck();
  const refused = useRefusal("acrHost", field.value);
  const isUnknown =
    field.value !== "" &&
    registries.isSuccess &&
    !registries.data.some(({ loginServer }) => loginServer === field.value);
  const nameOfSubscription = (id: string) =>
    subscriptions.data?.find(({ subscriptionId }) => subscriptionId === id)?.displayName ?? id;

  return (
    <FieldAnchor name="acrHost">
      {registries.isError && (
        <FailureMessage
          failure={describeFailure(registries.error, "The registries could not be listed")}
          onRetry={() => void registries.refetch()}
        />
      )}
      <Picker
        label="Registry"
        required
        name="acrHost"
        inputRef={field.ref}
        items={(registries.data ?? []).map((registry) => ({
          id: registry.loginServer,
          label: registry.loginServer,
          description: [
            registry.sku,
            nameOfSubscription(registry.subscriptionId),
            registry.location,
          ]
            .filter(Boolean)
            .join(" · "),
          searchText: `${registry.name} ${registry.resourceGroup}`,
          badge: <RegistryBadges registry={registry} />,
        }))}
        selectedId={field.value === "" ? undefined : field.value}
        onSelect={(id) => {
          field.onChange(id ?? "");
          recheck("acrHost");
        }}
        onBlur={field.onBlur}
        isLoading={registries.isPending}
        placeholder="Search registries in all subscriptions"
        emptyText="You can see no Azure Container Registry: select Other registry and type its hostname"
        error={fieldState.error?.message ?? refused}
        warning={
          isUnknown
            ? "This registry is not among those that you can see, so its settings cannot be checked."
            : undefined
        }
      />
    </FieldAnchor>
  );
}

function RegistryBadges({ registry }: { registry: RegistryOption }) {
  const styles = useStyles();
  return (
    <span className={styles.badges}>
      {registry.isAbac && <StatusBadge intent="informative" label="ABAC" />}
      {registry.isAnonymousPullEnabled && (
        <StatusBadge intent="informative" label="Anonymous pull" />
      )}
      {registry.isPublicAccessDisabled && (
        <StatusBadge intent="warning" label="Public access disabled" />
      )}
    </span>
  );
}
