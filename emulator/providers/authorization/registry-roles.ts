import { role } from "./role-definition";

const repositories = "Microsoft.ContainerRegistry/registries/repositories";

/** The built-in roles of Azure Container Registry. */
export const registryRoles = [
  role("acrPull", "AcrPull", "acr pull", {
    actions: ["Microsoft.ContainerRegistry/registries/pull/read"],
  }),
  role("acrPush", "AcrPush", "acr push", {
    actions: [
      "Microsoft.ContainerRegistry/registries/pull/read",
      "Microsoft.ContainerRegistry/registries/push/write",
    ],
  }),
  role(
    "registryRepositoryReader",
    "Container Registry Repository Reader",
    "Allows for read access to Azure Container Registry repositories, but excluding catalog listing. Use this role in ABAC-enabled registries.",
    { dataActions: [`${repositories}/metadata/read`, `${repositories}/content/read`] },
  ),
  role(
    "registryRepositoryWriter",
    "Container Registry Repository Writer",
    "Allows for read, write, and update access to Azure Container Registry repositories, but excluding catalog listing.",
    {
      dataActions: ["metadata/read", "content/read", "metadata/write", "content/write"].map(
        (right) => `${repositories}/${right}`,
      ),
    },
  ),
  role(
    "registryRepositoryContributor",
    "Container Registry Repository Contributor",
    "Allows for read, write, update, and delete access to Azure Container Registry repositories, but excluding catalog listing.",
    { dataActions: [`${repositories}/*`] },
  ),
  role(
    "registryCatalogLister",
    "Container Registry Repository Catalog Lister",
    "Allows for listing all repositories in an Azure Container Registry.",
    { dataActions: ["Microsoft.ContainerRegistry/registries/catalog/read"] },
  ),
];
