import { readHost } from "../../../lib/host";
import { unseenRegistryRemark } from "../../../lib/tenants";
import { useRegistries } from "../../../queries/registries";
import { Note } from "../../../ui/note";

/** Says what it means for a managed identity that the person cannot see the registry it pulls from. */
export function RegistryTenantNote({ host }: { host: string | undefined }) {
  const visible = useRegistries().data?.map(({ loginServer }) => loginServer);
  const { kind, hostname } = readHost(host ?? "");
  const remark = kind === "acr" ? unseenRegistryRemark(hostname, visible) : undefined;
  return (
    remark && (
      <Note intent="info" title={remark.title}>
        {" "}
        {remark.text}
      </Note>
    )
  );
}
