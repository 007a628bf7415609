import { identityTenantRemark } from "../../../lib/tenants";
import { useAccount } from "../../../queries/azure-context";
import { useIdentities } from "../../../queries/identities";
import { CopyableText } from "../../../ui/copyable-text";
import { Facts } from "../../../ui/facts";
import { Note } from "../../../ui/note";
import { PortalLink } from "./portal-link";

interface UserIdentityFactsProps {
  settings: { clientId: string; tenantId: string; scope?: string };
}

/** The user-assigned identity that pulls, found by its client id. */
export function UserIdentityFacts({ settings }: UserIdentityFactsProps) {
  const { clientId, tenantId, scope } = settings;
  const identities = useIdentities();
  const identity = identities.data?.find(
    (one) => one.clientId.toLowerCase() === clientId.toLowerCase(),
  );
  const remark = identityTenantRemark(tenantId, useAccount().tenantId);
  return (
    <>
      {remark && (
        <Note intent="info" title={remark.title}>
          {" "}
          {remark.text}
        </Note>
      )}
      <Facts
        label="Settings of the user managed identity"
        items={[
          {
            label: "Identity",
            value: identity ? (
              <PortalLink id={identity.id}>{identity.name}</PortalLink>
            ) : identities.isPending ? (
              "Looking for it…"
            ) : (
              "No identity with this client id is visible to you"
            ),
          },
          { label: "Client ID", value: <CopyableText value={clientId} label="client ID" /> },
          { label: "Tenant ID", value: <CopyableText value={tenantId} label="tenant ID" /> },
          ...(identity?.principalId
            ? [
                {
                  label: "Principal that pulls",
                  value: <CopyableText value={identity.principalId} label="principal id" />,
                },
              ]
            : []),
          { label: "Scope", value: scope ?? "Left to the instance" },
        ]}
      />
    </>
  );
}
