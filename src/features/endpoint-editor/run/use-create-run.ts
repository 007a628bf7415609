import { useRef, useState } from "react";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { describeFailure } from "../../../azure/http/describe-failure";
import { failureOf } from "../../../azure/http/operations/provisioning-state";
import { childId, idKey } from "../../../azure/resource-id";
import { runChain, waitingChain, type ChainResult, type ChainStatus } from "../../../lib/chain";
import { endpointPath } from "../../../lib/endpoint-url";
import type { Failure } from "../../../lib/failure";
import { useAzure } from "../../../queries/azure-context";
import type { InstanceOption } from "../../../queries/instances";
import { useCreateEndpoint } from "../../../queries/registry-endpoints";
import { useSecretSyncsChanged } from "../../../queries/secret-sync";
import { useNotify } from "../../../ui/notifications";
import { planSecretChain } from "../../secrets";
import type { EditorValues } from "../form/editor-values";
import { toRequest } from "../to-request";
import { createLinks, ENDPOINT_LINK, NAME_LINK } from "./create-links";
import type { CreateRun } from "./create-run";
import { refusedField, type RefusedField } from "./error-target";
import { NameTakenError } from "./own-endpoint";

interface UseCreateRunOptions {
  instance: InstanceOption | undefined;
  getValues: () => EditorValues;
  /** Called when Azure's answer is about one field, to bring the person there. */
  onRefused: (refused: RefusedField) => void;
  onCreated: () => void;
}

interface Attempt {
  status: CreateRun["status"];
  steps: ChainStatus[];
  failure?: Failure;
  failedAt?: string;
  /** What was being created, as JSON: changed values begin the chain anew. */
  signature?: string;
  created?: RegistryEndpoint;
}

/** Runs the creation once at a time, keeps what happened, and tells the rest of the app. */
export function useCreateRun(options: UseCreateRunOptions): CreateRun {
  const azure = useAzure();
  const notify = useNotify();
  const createEndpoint = useCreateEndpoint();
  const secretSyncsChanged = useSecretSyncsChanged();
  const [attempt, setAttempt] = useState<Attempt>({ status: "idle", steps: [] });
  const isRunning = useRef(false);
  const sentIds = useRef(new Set<string>());

  async function run(instance: InstanceOption, values: EditorValues): Promise<void> {
    const endpointId = childId(instance.id, "registryEndpoints", values.name);
    const signature = signatureOf(instance, values);
    let created: RegistryEndpoint | undefined;
    const links = createLinks({
      azure,
      endpointId,
      body: toRequest(values, instance),
      secretLinks: secretLinks(instance, values),
      sentIds: sentIds.current,
      create: (id, body, runOptions) => createEndpoint.run(id, body, runOptions),
      onCreated: (endpoint) => {
        created = endpoint;
      },
    });
    const isSame = attempt.signature === signature && attempt.failedAt !== undefined;
    let steps = waitingChain(links);
    setAttempt({ status: "running", steps, signature });
    const result = await runChain(links, {
      signal: new AbortController().signal,
      onChange: (statuses) => {
        steps = statuses;
        setAttempt({ status: "running", steps, signature });
      },
      ...(isSame ? { from: attempt.failedAt, previous: attempt.steps } : {}),
    });
    if (values.method === "ArtifactPullSecret") secretSyncsChanged();
    if (result.failedAt === undefined) {
      setAttempt({ status: "done", steps, signature, created });
      options.onCreated();
      notify({
        intent: "success",
        title: `Registry endpoint “${values.name}” created`,
        body: `On instance ${instance.name}.`,
        link: { label: "Open endpoint", href: endpointPath(endpointId) },
      });
      return;
    }
    fail(result, { steps, signature, values });
  }

  function secretLinks(instance: InstanceOption, values: EditorValues) {
    return values.method === "ArtifactPullSecret"
      ? planSecretChain(azure, {
          instanceId: instance.id,
          draft: values.artifactSecret,
        })
      : [];
  }

  function fail(
    { failedAt, error }: ChainResult,
    about: { steps: ChainStatus[]; signature: string; values: EditorValues },
  ): void {
    const isTaken = error instanceof NameTakenError;
    const failure = isTaken
      ? takenFailure(error)
      : describeFailure(error, failureTitle(failedAt, about));
    setAttempt({
      status: "failed",
      steps: about.steps,
      failure,
      failedAt,
      signature: about.signature,
    });
    notify({ intent: "error", title: failure.title, failure });
    const refused: RefusedField | undefined = isTaken
      ? { step: "basics", field: "name", message: error.message }
      : isOfEndpoint(failedAt)
        ? refusedField(error, about.values)
        : undefined;
    if (refused !== undefined) {
      options.onRefused(refused);
    }
  }

  const { instance } = options;
  const isOtherNow =
    attempt.status === "failed" &&
    instance !== undefined &&
    attempt.signature !== signatureOf(instance, options.getValues());
  return {
    ...(isOtherNow
      ? { status: "idle", steps: [] }
      : { status: attempt.status, steps: attempt.steps, failure: attempt.failure }),
    created: attempt.created,
    isLeftover: ({ id, properties }) =>
      sentIds.current.has(idKey(id)) && failureOf(properties.provisioningState) !== undefined,
    start: () => {
      if (isRunning.current || options.instance === undefined) {
        return;
      }
      isRunning.current = true;
      void run(options.instance, options.getValues()).finally(() => {
        isRunning.current = false;
      });
    },
  };
}

function isOfEndpoint(linkId: string | undefined): boolean {
  return linkId === ENDPOINT_LINK || linkId === NAME_LINK;
}

/** What is being created, for telling whether a later attempt is the same. */
function signatureOf(instance: InstanceOption, values: EditorValues): string {
  return JSON.stringify([
    instance.id,
    values.name,
    toRequest(values, instance),
    values.artifactSecret,
  ]);
}

function failureTitle(
  failedAt: string | undefined,
  { steps, values }: { steps: ChainStatus[]; values: EditorValues },
): string {
  const title = `The registry endpoint “${values.name}” could not be created`;
  const link = steps.find(({ id }) => id === failedAt)?.title;
  return isOfEndpoint(failedAt) || link === undefined ? title : `${title}: ${link}`;
}

function takenFailure(error: NameTakenError): Failure {
  return {
    title: "The name is taken",
    message: error.message,
    nextStep: "Go back to Basics and choose another name.",
    canRetry: false,
  };
}
