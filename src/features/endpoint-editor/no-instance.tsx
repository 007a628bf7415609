import { Button } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { useAccount } from "../../queries/azure-context";
import { EmptyState } from "../../ui/empty-state";

interface NoInstanceProps {
  onRefresh: () => void;
}

/** Instead of the form for a person who sees no instance: no step of it could be finished. */
export function NoInstance({ onRefresh }: NoInstanceProps) {
  const { userName } = useAccount();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<LockClosedRegular />}
      title="You see no Azure IoT Operations instance"
      description={
        <>
          A registry endpoint belongs to an instance, and {userName} can see none. Ask an owner of
          the resource group that holds the instance for the role{" "}
          <strong>Azure IoT Operations Administrator</strong> on it; Reader shows the instance but
          does not allow creating. A new role can take some minutes to work. If you belong to
          several tenants, you may be signed in to another one: the account menu switches.
        </>
      }
      action={
        <>
          <Button appearance="primary" onClick={() => void navigate({ to: "/endpoints" })}>
            Back to registry endpoints
          </Button>
          <Button onClick={onRefresh}>Look again</Button>
        </>
      }
    />
  );
}
