import type { InstanceOption } from "../../../queries/instances";
import { authenticationLabel } from "../../../lib/authentication-labels";
import { summariseArtifactSecret } from "../../secrets";
import { hostOf, type EditorValues } from "./editor-values";

export interface SummaryItem {
  label: string;
  value: string;
}

/** One step in plain words for the review; `instance` is absent while it loads. */
export type Summarise = (values: EditorValues, instance?: InstanceOption) => SummaryItem[];

export const summariseBasics: Summarise = (values, instance) => [
  { label: "Instance", value: instance?.name ?? values.instanceId },
  { label: "Site", value: instance?.site || "Not known" },
  { label: "Registry endpoint name", value: values.name },
  { label: "Hostname", value: hostOf(values, instance?.version) },
];

export const summariseAuthentication: Summarise = (values) => [
  { label: "Authentication", value: authenticationLabel(values.method) },
  ...methodItems(values),
];

export const summariseTrust: Summarise = ({ codeSigningCas }) =>
  codeSigningCas.length === 0
    ? [{ label: "Code signing", value: "Not checked: no signing keys are named" }]
    : codeSigningCas.map((row, index) => ({
        label: `Signing key ${index + 1}`,
        value: `${row.type} ${row.name}`,
      }));

function methodItems(values: EditorValues): SummaryItem[] {
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
      return summariseArtifactSecret(values.artifactSecret);
  }
}
