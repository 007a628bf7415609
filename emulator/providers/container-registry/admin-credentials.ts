import { z } from "zod";
import { ArmError } from "../../resource-manager/arm-error";
import type { ActionOperation, OperationContext } from "../../resource-manager/provider";
import type { StoredResource } from "../../store";
import { checkBody } from "../body-checks";
import { hexOf } from "../deterministic-guid";
import { registryType } from "./contract";

const names = ["password", "password2"] as const;
const regenerateBody = z.object({ name: z.enum(names) });

type Generations = Partial<Record<(typeof names)[number], number>>;

/** `POST listCredentials`: user name and passwords of the admin user. */
export const listCredentials: ActionOperation = (_body, registry, { store }) => {
  requireAdminUser(registry);
  return { status: 200, body: credentialsOf(registry, generationsOf(registry, store)) };
};

/** `POST regenerateCredential`: replaces one of the passwords. */
export const regenerateCredential: ActionOperation = (body, registry, { store }) => {
  requireAdminUser(registry);
  const { name } = checkBody(regenerateBody, body);
  const before = generationsOf(registry, store);
  const generations = { ...before, [name]: (before[name] ?? 0) + 1 };
  store.put({
    id: generationsId(registry),
    name: "default",
    // No type of Azure's: the passwords' numbers are kept beside the registry, which shows them to nobody.
    type: `${registryType}/adminCredentials`,
    properties: generations,
  });
  return { status: 200, body: credentialsOf(registry, generations) };
};

function requireAdminUser({ id, properties }: StoredResource): void {
  if (properties.adminUserEnabled === true) return;
  throw new ArmError(
    400,
    "UnAuthorizedForCredentialOperations",
    `Cannot perform credential operations for ${id} as admin user is disabled. Kindly enable admin user as per docs: https://docs.microsoft.com/en-us/azure/container-registry/container-registry-authentication#admin-account`,
  );
}

const generationsId = ({ id }: StoredResource) => `${id}/adminCredentials/default`;

function generationsOf(registry: StoredResource, store: OperationContext["store"]): Generations {
  return store.get(generationsId(registry))?.properties ?? {};
}

function credentialsOf({ id, name }: StoredResource, generations: Generations) {
  const key = id.toLowerCase();
  return {
    username: name,
    passwords: names.map((password) => ({
      name: password,
      value: hexOf(`${key} ${password} ${generations[password] ?? 0}`, 32),
    })),
  };
}
