import { keyVaultRoles } from "./key-vault-roles";
import { registryRoles } from "./registry-roles";
import { basics, role, type RoleDefinition } from "./role-definition";

const withoutAccessRights = [
  "Microsoft.Authorization/*/Delete",
  "Microsoft.Authorization/*/Write",
  "Microsoft.Authorization/elevateAccess/Action",
  "Microsoft.Blueprint/blueprintAssignments/write",
  "Microsoft.Blueprint/blueprintAssignments/delete",
];

const iotOperationsRoles = [
  role(
    "iotOperationsAdministrator",
    "Azure IoT Operations Administrator",
    "View, create, edit and delete AIO resources and manage/apply RBAC roles",
    // Without customLocations/deploy, SecretSyncController and KeyVault: hence the companion roles.
    {
      actions: [
        "Microsoft.Authorization/*/read",
        "Microsoft.IoTOperations/*",
        "Microsoft.DeviceRegistry/*",
        "Microsoft.Edge/sites/read",
        "Microsoft.Insights/alertRules/*",
        "Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
      ],
    },
  ),
  role(
    "iotOperationsOnboarding",
    "Azure IoT Operations Onboarding",
    "User can deploy Azure IoT Operations",
    {
      actions: [
        "Microsoft.Authorization/*/read",
        "Microsoft.IoTOperations/instances/read",
        "Microsoft.IoTOperations/instances/write",
        "Microsoft.ExtendedLocation/customLocations/*",
        "Microsoft.Kubernetes/connectedClusters/read",
        "Microsoft.KubernetesConfiguration/extensions/*",
        "Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
      ],
    },
  ),
  role(
    "siteCompanion",
    "AIO site companion",
    "What an operator of Azure IoT Operations needs beside Azure IoT Operations Administrator: deploying into custom locations, and seeing clusters, extensions, registries and identities.",
    {
      actions: [
        "Microsoft.ExtendedLocation/customLocations/read",
        "Microsoft.ExtendedLocation/customLocations/deploy/action",
        "Microsoft.Kubernetes/connectedClusters/read",
        "Microsoft.KubernetesConfiguration/extensions/read",
        "Microsoft.ContainerRegistry/registries/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
        "Microsoft.Resources/subscriptions/read",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
      ],
    },
  ),
];

const otherRoles = [
  role(
    "managedIdentityContributor",
    "Managed Identity Contributor",
    "Create, Read, Update, and Delete User Assigned Identity",
    {
      actions: [
        ...basics,
        "Microsoft.ManagedIdentity/userAssignedIdentities/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/write",
        "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/*",
      ],
    },
  ),
  role(
    "managedIdentityOperator",
    "Managed Identity Operator",
    "Read and Assign User Assigned Identity",
    {
      actions: [
        ...basics,
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
      ],
    },
  ),
  role(
    "kubernetesExtensionContributor",
    "Kubernetes Extension Contributor",
    "Can create, update, get, list and delete Kubernetes Extensions, and get extension async operations",
    { actions: [...basics, "Microsoft.KubernetesConfiguration/extensions/*"] },
  ),
  role(
    "arcClusterUser",
    "Azure Arc Enabled Kubernetes Cluster User Role",
    "List cluster user credentials action.",
    {
      actions: [
        "Microsoft.Resources/deployments/write",
        "Microsoft.Resources/subscriptions/operationresults/read",
        "Microsoft.Resources/subscriptions/read",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
        "Microsoft.Kubernetes/connectedClusters/listClusterUserCredentials/action",
        "Microsoft.Insights/alertRules/*",
        "Microsoft.Authorization/*/read",
        "Microsoft.Support/*",
      ],
    },
  ),
  role(
    "secretsStoreExtensionOwner",
    "Secrets Store Extension Owner",
    "Grants access to manage Secrets Store Extension resources: provider classes and secret syncs.",
    {
      actions: [
        "Microsoft.Authorization/*/read",
        "Microsoft.SecretSyncController/*",
        "Microsoft.ExtendedLocation/customLocations/read",
        "Microsoft.ExtendedLocation/customLocations/deploy/action",
        "Microsoft.Resources/deployments/*",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
      ],
    },
  ),
];

/** Every role that the local Azure knows. Their actions are those that matter to the emulated providers. */
export const roleDefinitions: readonly RoleDefinition[] = [
  role("owner", "Owner", "Grants full access to manage all resources, including roles.", {
    actions: ["*"],
  }),
  role(
    "contributor",
    "Contributor",
    "Grants full access to manage all resources, but does not allow you to assign roles in Azure RBAC.",
    { actions: ["*"], notActions: withoutAccessRights },
  ),
  role("reader", "Reader", "View all resources, but does not allow you to make any changes.", {
    actions: ["*/read"],
  }),
  role(
    "userAccessAdministrator",
    "User Access Administrator",
    "Lets you manage user access to Azure resources.",
    { actions: ["*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"] },
  ),
  role(
    "rbacAdministrator",
    "Role Based Access Control Administrator",
    "Manage access to Azure resources by assigning roles using Azure RBAC.",
    {
      actions: [
        "Microsoft.Authorization/roleAssignments/write",
        "Microsoft.Authorization/roleAssignments/delete",
        "*/read",
        "Microsoft.Support/*",
      ],
    },
  ),
  ...iotOperationsRoles,
  ...keyVaultRoles,
  ...registryRoles,
  ...otherRoles,
];

/** The role that a role definition id of any prefix names, by its last segment. */
export function roleDefinitionOf(roleDefinitionId: string): RoleDefinition | undefined {
  const name = roleDefinitionId.split("/").at(-1)?.toLowerCase();
  return roleDefinitions.find((definition) => definition.name === name);
}
