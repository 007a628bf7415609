import type { InstanceOption } from "../../../queries/instances";
import { authenticationLabel } from "../../../lib/authentication-labels";
import { summariseArtifactSecret } from "../../secrets";
import { hostOf, type EditorValues } from "./editor-values";

export interface SummaryItem {
  label: string;
  value: string;
}

/** What Azure says of what the form names; each is absent while it loads or where it cannot be seen. */
export interface SummaryContext {
  instance?: InstanceOption;
  subscriptionName?: string;
  /** The vault that the instance's secrets are synced from. */
  vaultName?: string;
}

/** One step in plain words for the review. */
export type Summarise = (values: EditorValues, about: SummaryContext) => SummaryItem[];

export const summariseBasics: Summarise = (values, { instance, subscriptionName }) => [
  { label: "Instance", value: instance?.name ?? values.instanceId },
  { label: "Instance version", value: instance?.version ?? "Not known" },
  { label: "Subscription", value: subscriptionName ?? instance?.subscriptionId ?? "Not known" },
  { label: "Resource group", value: instance?.resourceGroup || "Not known" },
  { label: "Site", value: instance?.site || "Not known" },
  { label: "Registry endpoint name", value: values.name },
  { label: "Hostname", value: hostOf(values, instance?.version) },
];

export const summariseAuthentication: Summarise = (values, { vaultName }) => [
  { label: "Authentication", value: authenticationLabel(values.method) },
  ...methodItems(values, vaultName),
];

export const summariseTrust: Summarise = ({ codeSigningCas }) =>
  codeSigningCas.length === 0
    ? [{ label: "Code signing", value: "Not checked: no signing keys are named" }]
    : codeSigningCas.map((row, index) => ({
        label: `Signing key ${index + 1}`,
        value: `${row.type} ${row.name}`,
      }));

function methodItems(values: EditorValues, vaultName: string | undefined): SummaryItem[] {
  switch (values.method) {
    case "Anonymous":
      return [];
    case "SystemAssignedManagedIdentity":
      return [{ label: "Audience", value: values.audience.trim() || "Default" }];
    case "UserAssignedManagedIdentity":
      return [
        { label: "Client ID", value: values.clientId.trim() },
        { label: "Tenant ID", value: values.tenantId.trim() },
        { label: "Scope", value: values.scope.trim() || "Default" },
      ];
    case "ArtifactPullSecret":
      return summariseArtifactSecret(values.artifactSecret, vaultName);
  }
}
