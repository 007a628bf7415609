/** The directory of the local Entra: one home tenant, and the people and scripts that can sign in. */

/** The tenant that owns the scenarios' subscriptions, but for the guest's. */
export const CONTOSO_TENANT_ID = "72f988bf-0000-4000-8000-00000c047050";
/** A second tenant, home of the guest. */
export const FABRIKAM_TENANT_ID = "9b8c7d6e-0000-4000-8000-0000fab21ca0";

/** The application (client) id that the portal is registered under in the local Entra. */
export const PORTAL_CLIENT_ID = "5f0c6a1e-0000-4000-8000-00000000a9b0";

/** Someone who can sign in: through the account picker, or as a script with client credentials. */
export interface Persona {
  /** Short name, used in scenario role assignments and by tests. */
  key: PersonaKey;
  displayName: string;
  userPrincipalName: string;
  /** Object id of the user: the `oid` claim, and the principal id of role assignments. */
  objectId: string;
  homeTenantId: string;
  /** What this persona is for, shown in the account picker. */
  description: string;
  /** For `grant_type=client_credentials`: a script with the same rights as the person. */
  clientId: string;
  clientSecret: string;
}

export type PersonaKey = "admin" | "operator" | "secrets" | "reader" | "guest";

const persona = (
  number: number,
  key: PersonaKey,
  displayName: string,
  upn: string,
  description: string,
  homeTenantId: string = CONTOSO_TENANT_ID,
): Persona => ({
  key,
  displayName,
  userPrincipalName: upn,
  description,
  homeTenantId,
  objectId: `0b1ec700-0000-4000-8000-00000000000${number}`,
  clientId: `c11e0700-0000-4000-8000-00000000000${number}`,
  clientSecret: `local-secret-of-${key}`,
});

export const personas: readonly Persona[] = [
  persona(
    1,
    "admin",
    "Ada Marino",
    "ada@contoso.example",
    "Platform administrator: Owner of every subscription",
  ),
  persona(
    2,
    "operator",
    "Oscar Lind",
    "oscar@contoso.example",
    "Site operator: Azure IoT Operations Administrator with the companion roles, on two subscriptions",
  ),
  persona(
    3,
    "secrets",
    "Selma Okafor",
    "selma@contoso.example",
    "Secrets officer: Key Vault Secrets Officer and Reader, no write access in Resource Manager",
  ),
  persona(4, "reader", "Rhea Patel", "rhea@contoso.example", "Reader of every subscription"),
  persona(
    5,
    "guest",
    "Gus Fabrikam",
    "gus@fabrikam.example",
    "Guest from another tenant, without access to any subscription of this one",
    FABRIKAM_TENANT_ID,
  ),
];

/** The persona of a short name. */
export function personaOf(key: PersonaKey): Persona {
  const found = personas.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`No persona is called "${key}".`);
  return found;
}
