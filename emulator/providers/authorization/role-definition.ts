/** What a role allows: an action is granted if it matches `actions` and no `notActions`. */
interface RolePermission {
  actions: string[];
  notActions: string[];
  dataActions: string[];
  notDataActions: string[];
}

export interface RoleDefinition {
  /** The GUID: the last segment of every role definition id. */
  name: string;
  roleName: string;
  description: string;
  type: "BuiltInRole" | "CustomRole";
  permissions: RolePermission[];
}

/**
 * The GUIDs of the roles by a short name: Azure's built-in roles, and `siteCompanion`, Contoso's own.
 * That of Secrets Store Extension Owner is invented, since no public source gives it.
 */
export const roleIds = {
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  rbacAdministrator: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  iotOperationsAdministrator: "5bc02df6-6cd5-43fe-ad3d-4c93cf56cc16",
  iotOperationsOnboarding: "7b7c71ed-33fa-4ed2-a91a-e56d5da260b5",
  keyVaultSecretsOfficer: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
  keyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
  keyVaultContributor: "f25e0fa2-a7c8-4377-a976-54943a77a395",
  keyVaultAdministrator: "00482a5a-887f-4fb3-b363-3b7fe8e74483",
  keyVaultReader: "21090545-7ca7-4776-b22c-e363652d74d2",
  acrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
  acrPush: "8311e382-0749-4cb8-b61a-304f252e45ec",
  registryRepositoryReader: "b93aa761-3e63-49ed-ac28-beffa264f7ac",
  registryRepositoryWriter: "2a1e307c-b015-4ebd-883e-5b7698a07328",
  registryRepositoryContributor: "2efddaa5-3f1f-4df3-97df-af3f13818f4c",
  registryCatalogLister: "bfdb9389-c9a5-478a-bb2f-ba9ca092c3c7",
  managedIdentityContributor: "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
  managedIdentityOperator: "f1a07417-d97a-45cb-824c-7a7467783830",
  kubernetesExtensionContributor: "85cb6faf-e071-4c9b-8136-154b5a04f717",
  arcClusterUser: "00493d72-78f6-4148-b6c5-d3ce8e4799dd",
  secretsStoreExtensionOwner: "8ba44c34-9f90-46f0-9c80-a9e2b1d4b8c5",
  siteCompanion: "c0117050-51fe-4c0d-8a10-517ec0a9a410",
} as const;

/** What most built-in roles carry beside their own actions. */
export const basics = [
  "Microsoft.Authorization/*/read",
  "Microsoft.Insights/alertRules/*",
  "Microsoft.ResourceHealth/availabilityStatuses/read",
  "Microsoft.Resources/deployments/*",
  "Microsoft.Resources/subscriptions/resourceGroups/read",
  "Microsoft.Support/*",
];

/** A role with one permission, as every built-in role has. */
export const role = (
  name: keyof typeof roleIds,
  roleName: string,
  description: string,
  permission: Partial<RolePermission>,
): RoleDefinition => ({
  name: roleIds[name],
  roleName,
  description,
  type: name === "siteCompanion" ? "CustomRole" : "BuiltInRole",
  permissions: [
    { actions: [], notActions: [], dataActions: [], notDataActions: [], ...permission },
  ],
});
