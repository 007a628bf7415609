import { Button } from "@fluentui/react-components";
import { DocumentSearchRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { EmptyState } from "../../../ui/empty-state";
import { PageHeader } from "../../../ui/page-header";

interface MissingEndpointProps {
  /** Absent when the address is not one of a registry endpoint. */
  name?: string;
  instanceName?: string;
  /** The list showed it, so it was there a moment ago. */
  wasShown: boolean;
}

/** Says that there is no such endpoint, and leads back. */
export function MissingEndpoint({ name, instanceName, wasShown }: MissingEndpointProps) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={name ?? "Registry endpoint"} documentTitle="Not found" />
      <EmptyState
        icon={<DocumentSearchRegular />}
        title={wasShown ? "This registry endpoint has been deleted" : "Registry endpoint not found"}
        description={describe({ name, instanceName, wasShown })}
        action={
          <Button appearance="primary" onClick={() => void navigate({ to: "/endpoints" })}>
            Back to registry endpoints
          </Button>
        }
      />
    </>
  );
}

function describe({ name, instanceName, wasShown }: MissingEndpointProps): string {
  if (name === undefined) return "The address does not name a registry endpoint.";
  return wasShown
    ? `Azure Resource Manager no longer has “${name}” on instance ${instanceName ?? ""}. Azure Resource Graph has yet to notice; the list here leaves it out already.`
    : `Azure has no registry endpoint “${name}” on instance ${instanceName ?? ""}. It may have been deleted, the address may be wrong, or you may be signed in to another tenant.`;
}
