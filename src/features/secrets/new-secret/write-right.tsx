import type { Vault } from "../../../azure/key-vault/key-vault";
import { usePermissions } from "../../../queries/permissions";
import { WRITE_ACTION, WRITE_ROLE } from "../commands";
import { MissingRight } from "../missing-right";

/** Says before anything is typed that the person may not write secrets to the vault. */
export function WriteRight({ vault }: { vault: Vault }) {
  const permissions = usePermissions(vault.id);
  return permissions.allows(WRITE_ACTION) === false ? (
    <MissingRight
      title={`You may not save secrets to ${vault.name} here`}
      action={WRITE_ACTION}
      role={WRITE_ROLE}
      vault={{ id: vault.id }}
    >
      Key Vault Secrets Officer does not carry it: its rights are for the vault’s own address, which
      browsers cannot call. Choose an existing secret, or ask an administrator to run this:
    </MissingRight>
  ) : null;
}
