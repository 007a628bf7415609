/** What to know about an identity or a registry that may belong to another tenant than one's own. */
export interface TenantRemark {
  title: string;
  text: string;
}

/**
 * Says that a user-assigned identity lives in another tenant than the one the person signed in to: the
 * instance asks that tenant for tokens. Undefined for the same tenant and for ids that are not complete.
 */
export function identityTenantRemark(
  identityTenantId: string,
  signedInTenantId: string,
): TenantRemark | undefined {
  const identity = identityTenantId.trim().toLowerCase();
  if (!GUID.test(identity) || identity === signedInTenantId.trim().toLowerCase()) return undefined;
  return {
    title: "The identity belongs to another tenant",
    text: `You are signed in to ${signedInTenantId}; the identity's tenant is ${identityTenantId.trim()}. Its federated credential and its role on the registry are managed there, by somebody with rights in that tenant, and a registry gives roles only to identities of its own tenant.`,
  };
}

/**
 * Says that an Azure Container Registry is none of those that the person can see: in another tenant, in a
 * subscription without access, or misspelled. Hosts may come with a port or path. Undefined while the
 * visible ones are not known.
 */
export function unseenRegistryRemark(
  loginServer: string,
  visibleLoginServers: readonly string[] | undefined,
): TenantRemark | undefined {
  const host = loginServer.split(/[/:]/, 1)[0]?.toLowerCase() ?? "";
  const isSeen = visibleLoginServers?.some((one) => one.toLowerCase() === host) ?? true;
  if (host === "" || isSeen) return undefined;
  return {
    title: "You cannot see this registry",
    text: `${host} may belong to another tenant, or to a subscription that you have no access to, so its settings cannot be checked here. A managed identity can only be given a role on a registry of its own tenant; for a registry of another one, use an artifact secret with a token of that registry.`,
  };
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
