import { useNavigate, useSearch } from "@tanstack/react-router";
import { useWork } from "../../../queries/work/use-work";
import { parseEndpointId } from "../details/endpoint-address";
import { validateEndpointsSearch } from "../endpoints-search";
import { DeleteEndpointDialog } from "./delete-endpoint-dialog";

/** The dialog of a deletion that has stopped, where the address asks for it. */
export function ResumedDeletion({ endpointId }: { endpointId: string }) {
  const navigate = useNavigate();
  const search = validateEndpointsSearch(useSearch({ strict: false }));
  const work = useWork(endpointId);
  const address = parseEndpointId(endpointId);
  if (address === undefined || work?.record.kind !== "delete") return null;
  const close = () =>
    void navigate({ to: "/endpoints", search: { ...search, resume: undefined }, replace: true });
  return (
    <DeleteEndpointDialog endpoint={{ ...address, host: "" }} onClose={close} onDeleted={close} />
  );
}
