import { describeFailure } from "../azure/http/describe-failure";

/** What is known to be missing from the list of registry endpoints. */
interface ListGaps {
  /** Why Resource Graph's answer lacks endpoints. */
  endpoints?: readonly string[];
  /** Why it lacks instances, and with them the endpoints that only Resource Manager would tell. */
  instances?: string;
  /** Instances that Resource Manager could not be asked about. */
  failed: readonly FailedInstance[];
}

interface FailedInstance {
  instanceName: string;
  subscriptionId: string;
  /** The subscription's name, or its id where that is not known. */
  subscription: string;
  error: unknown;
}

const NAMED_AT_MOST = 10;

/** What may be missing from the list, one sentence each; none twice. */
export function listGaps({ endpoints = [], instances, failed }: ListGaps): string[] {
  const sentences = [
    ...endpoints,
    instances,
    ...bySubscription(failed).map((group) => {
      const [first] = group;
      const what =
        group.length === 1
          ? first.instanceName
          : `${group.length} instances of ${first.subscription} (${namesOf(group)})`;
      return failureText(first.error, `The registry endpoints of ${what} could not be read`);
    }),
  ];
  return [...new Set(sentences.filter((sentence) => sentence !== undefined))];
}

/** Whoever may not read a subscription is told so once, not for each of its instances. */
function bySubscription(failed: readonly FailedInstance[]) {
  const groups = new Map<string, [FailedInstance, ...FailedInstance[]]>();
  for (const one of failed) {
    const { code, message } = describeFailure(one.error, "");
    const key = `${one.subscriptionId} ${code ?? message}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function namesOf(failed: readonly FailedInstance[]): string {
  const names = failed.slice(0, NAMED_AT_MOST).map(({ instanceName }) => instanceName);
  return failed.length > NAMED_AT_MOST ? `${names.join(", ")}, …` : names.join(", ");
}

/** A failure as one sentence after another, for a list of what is missing. */
export function failureText(error: unknown, what: string): string {
  const { title, message, nextStep, code, correlationId } = describeFailure(error, what);
  const facts = [code, correlationId && `correlation id ${correlationId}`].filter(Boolean);
  return `${title}: ${message} ${nextStep}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}
