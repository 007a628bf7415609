import { Link } from "@fluentui/react-components";
import { nameOf } from "../../../azure/resource-id";
import { endpointPath } from "../../../lib/endpoint-url";
import { useStoredWork } from "../../../queries/work/use-work";
import { EmptyState } from "../../../ui/empty-state";
import { readEditorValues } from "../draft-storage";
import { Wizard } from "../wizard";

interface ResumedWizardProps {
  /** ARM id of the endpoint whose creation stopped. */
  resume: string;
  onStartOver: (instanceId: string) => void;
}

/** The wizard with the form of a creation that an earlier page began, at its review. */
export function ResumedWizard({ resume, onStartOver }: ResumedWizardProps) {
  const record = useStoredWork(resume);
  const values = readEditorValues(record?.values);
  return values === undefined ? (
    <EmptyState
      title="There is nothing to continue"
      description={`The creation of “${nameOf(resume)}” is over, or was cleaned up.`}
      action={<Link href={endpointPath(resume)}>Open {nameOf(resume)}</Link>}
    />
  ) : (
    <Wizard origin={{ resume }} baseline={values} onStartOver={onStartOver} />
  );
}
