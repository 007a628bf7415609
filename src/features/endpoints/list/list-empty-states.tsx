import { Button } from "@fluentui/react-components";
import { CloudLinkRegular, LockClosedRegular } from "@fluentui/react-icons";
import { EmptyState } from "../../../ui/empty-state";

/** The start of everybody's work: instances, but no registry endpoint. */
export function NothingYet({ onCreate }: { onCreate: () => void }) {
  return (
    <EmptyState
      icon={<CloudLinkRegular />}
      title="No registry endpoints yet"
      description="A registry endpoint tells an Azure IoT Operations instance which container registry to pull data flow graphs and connectors from, and how to sign in there."
      action={
        <Button appearance="primary" onClick={onCreate}>
          Create a registry endpoint
        </Button>
      }
    />
  );
}

/** The person sees no instance, and so nothing that could have an endpoint. */
export function NoAccess({ subscriptions, onRefresh }: NoAccessProps) {
  return (
    <EmptyState
      icon={<LockClosedRegular />}
      title={
        subscriptions === 0
          ? "You have access to no subscription"
          : "You see no Azure IoT Operations instance"
      }
      description={
        <>
          Ask an owner of the resource group that holds the instance for a role on it:{" "}
          <strong>Reader</strong> to see its registry endpoints, or{" "}
          <strong>Azure IoT Operations Administrator</strong> to create and delete them. A new role
          can take some minutes to work. If you belong to several tenants, you may be signed in to
          another one: the account menu switches.
        </>
      }
      action={<Button onClick={onRefresh}>Look again</Button>}
    />
  );
}

interface NoAccessProps {
  /** Undefined when it is not known. */
  subscriptions: number | undefined;
  onRefresh: () => void;
}
