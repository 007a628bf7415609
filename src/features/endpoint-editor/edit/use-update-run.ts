import { useRef, useState } from "react";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { runChain, waitingChain, type ChainStatus } from "../../../lib/chain";
import { endpointPath } from "../../../lib/endpoint-url";
import type { Failure } from "../../../lib/failure";
import { useAzure } from "../../../queries/azure-context";
import { useCreateEndpoint } from "../../../queries/registry-endpoints";
import { useSecretSyncsChanged } from "../../../queries/secret-sync";
import { useNotify } from "../../../ui/notifications";
import { planSecretChain } from "../../secrets";
import type { EditorValues } from "../form/editor-values";
import type { CreateRun } from "../run/create-run";
import { refusedField, type RefusedField } from "../run/error-target";
import { ChangedMeanwhileError, ENDPOINT_LINK, updateLinks } from "./update-links";
import { updateDocument } from "./update-document";

interface UseUpdateRunOptions {
  /** As it was when the form was filled. */
  base: RegistryEndpoint;
  instance: { id: string; version?: string };
  getValues: () => EditorValues;
  /** Somebody else changed it: ask what to keep. */
  onChangedMeanwhile: (theirs: RegistryEndpoint) => void;
  onRefused: (refused: RefusedField) => void;
  onUpdated: (endpoint: RegistryEndpoint) => void;
}

interface Attempt {
  status: CreateRun["status"];
  steps: ChainStatus[];
  failure?: Failure;
  failedAt?: string;
  /** What the attempt was to send. */
  sent?: string;
}

/** Runs the saving of an edit once at a time, keeps what happened, and tells the rest of the app. */
export function useUpdateRun(options: UseUpdateRunOptions): CreateRun {
  const { base, instance } = options;
  const azure = useAzure();
  const notify = useNotify();
  const writeEndpoint = useCreateEndpoint();
  const secretSyncsChanged = useSecretSyncsChanged();
  const [attempt, setAttempt] = useState<Attempt>({ status: "idle", steps: [] });
  const isRunning = useRef(false);

  async function run(values: EditorValues): Promise<void> {
    let updated: RegistryEndpoint | undefined;
    const document = updateDocument(base, values, instance.version);
    const usesSecret = values.method === "ArtifactPullSecret";
    const links = updateLinks({
      azure,
      base,
      document,
      secretLinks: usesSecret
        ? planSecretChain(azure, { instanceId: instance.id, draft: values.artifactSecret })
        : [],
      update: (id, body, runOptions) => writeEndpoint.run(id, body, runOptions),
      onUpdated: (endpoint) => {
        updated = endpoint;
      },
    });
    const sent = signatureOf(base, values);
    const isSame = attempt.sent === sent && attempt.failedAt !== undefined;
    let steps = waitingChain(links);
    setAttempt({ status: "running", steps, sent });
    const { failedAt, error } = await runChain(links, {
      signal: new AbortController().signal,
      onChange: (statuses) => {
        steps = statuses;
        setAttempt({ status: "running", steps, sent });
      },
      ...(isSame ? { from: attempt.failedAt, previous: attempt.steps } : {}),
    });
    if (usesSecret) secretSyncsChanged();
    if (updated !== undefined) {
      setAttempt({ status: "done", steps, sent });
      notify({
        intent: "success",
        title: `Registry endpoint “${base.name}” saved`,
        link: { label: "Open endpoint", href: endpointPath(base.id) },
      });
      options.onUpdated(updated);
    } else if (error instanceof ChangedMeanwhileError) {
      setAttempt({ status: "idle", steps: [] });
      options.onChangedMeanwhile(error.theirs);
    } else fail(error, { status: "failed", steps, failedAt, sent }, values);
  }

  function fail(error: unknown, ended: Attempt, values: EditorValues): void {
    const { failedAt, steps } = ended;
    const title = `The registry endpoint “${base.name}” could not be saved`;
    const link = steps.find(({ id }) => id === failedAt)?.title;
    const isOfEndpoint = failedAt === ENDPOINT_LINK || link === undefined;
    const failure = describeFailure(error, isOfEndpoint ? title : `${title}: ${link}`);
    setAttempt({ ...ended, failure });
    notify({ intent: "error", title: failure.title, failure });
    const refused = isOfEndpoint ? refusedField(error, values) : undefined;
    if (refused !== undefined) options.onRefused(refused);
  }

  const isOtherNow =
    attempt.status === "failed" && attempt.sent !== signatureOf(base, options.getValues());
  return {
    ...(isOtherNow
      ? { status: "idle", steps: [] }
      : { status: attempt.status, steps: attempt.steps, failure: attempt.failure }),
    isLeftover: () => false,
    start: () => {
      if (isRunning.current) return;
      isRunning.current = true;
      void run(options.getValues()).finally(() => {
        isRunning.current = false;
      });
    },
  };
}

/** What would be sent, for telling whether a later attempt is the same. */
function signatureOf(base: RegistryEndpoint, values: EditorValues): string {
  return JSON.stringify([base, values]);
}
