import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, type Persona } from "./personas";

/** A directory that people sign in to. */
export interface EntraTenant {
  id: string;
  displayName: string;
  domain: string;
}

export const tenants: readonly EntraTenant[] = [
  { id: CONTOSO_TENANT_ID, displayName: "Contoso", domain: "contoso.example" },
  { id: FABRIKAM_TENANT_ID, displayName: "Fabrikam", domain: "fabrikam.example" },
];

/** What the tenant segment of an Entra URL asks for: one tenant, or each person's own. */
export type TenantChoice = { kind: "one"; tenant: EntraTenant } | { kind: "home" };

/**
 * Resolves a tenant segment without regard to case (MSAL lower-cases authorities): a tenant id, a
 * domain, `organizations` or `common`.
 *
 * @returns undefined for a tenant that does not exist
 */
export function resolveTenant(segment: string): TenantChoice | undefined {
  const key = segment.toLowerCase();
  if (key === "organizations" || key === "common") return { kind: "home" };
  const tenant = tenants.find((candidate) => candidate.id === key || candidate.domain === key);
  return tenant && { kind: "one", tenant };
}

/** The tenant that someone gets when signing in there; undefined when they have no account in it. */
export function tenantFor(choice: TenantChoice, persona: Persona): string | undefined {
  if (choice.kind === "home") return persona.homeTenantId;
  const { id } = choice.tenant;
  // Contoso has guests; nobody of Contoso is a guest elsewhere.
  return id === persona.homeTenantId || id === CONTOSO_TENANT_ID ? id : undefined;
}
