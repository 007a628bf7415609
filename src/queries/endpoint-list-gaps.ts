import { describeFailure } from "../azure/http/describe-failure";

/** What is known to be missing from the list of registry endpoints. */
interface ListGaps {
  /** Why Resource Graph's answer lacks endpoints. */
  endpoints?: string;
  /** Why it lacks instances, and with them the endpoints that only Resource Manager would tell. */
  instances?: string;
  /** Instances that Resource Manager could not be asked about. */
  failed: readonly { instanceName: string; error: Error }[];
}

/** What may be missing from the list, one sentence each; none twice. */
export function listGaps({ endpoints, instances, failed }: ListGaps): string[] {
  const sentences = [
    endpoints,
    instances,
    ...failed.map(({ instanceName, error }) =>
      failureText(error, `The registry endpoints of ${instanceName} could not be read`),
    ),
  ];
  return [...new Set(sentences.filter((sentence) => sentence !== undefined))];
}

/** A failure as one sentence after another, for a list of what is missing. */
export function failureText(error: unknown, what: string): string {
  const { title, message, nextStep, code, correlationId } = describeFailure(error, what);
  const facts = [code, correlationId && `correlation id ${correlationId}`].filter(Boolean);
  return `${title}: ${message} ${nextStep}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}
