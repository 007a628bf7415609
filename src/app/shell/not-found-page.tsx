import { Link } from "@fluentui/react-components";
import { DocumentQuestionMark24Regular } from "@fluentui/react-icons";
import { EmptyState } from "../../ui/empty-state";
import { PageHeader } from "../../ui/page-header";

/** For an address that is no page. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Page not found" />
      <EmptyState
        icon={<DocumentQuestionMark24Regular />}
        title="There is no page at this address"
        description="The address may be mistyped, or from an older version of the portal."
        action={<Link href="/endpoints">Go to the registry endpoints</Link>}
      />
    </>
  );
}
