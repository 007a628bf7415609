import type { InstanceOption } from "../../../queries/instances";
import { childId } from "../../../azure/resource-id";
import { useAzure } from "../../../queries/azure-context";
import { useEndpointWriter } from "../../../queries/endpoint-writes";
import type { WorkRequest } from "../../../queries/work/work-record";
import { ENDPOINT_LINK } from "../../../queries/work/work-words";
import type { EditorValues } from "../form/editor-values";
import { toRequest } from "../to-request";
import { NAME_LINK } from "./create-links";
import type { CreateRun } from "./create-run";
import { editorLinks } from "./editor-links";
import { refusedField, type RefusedField } from "./error-target";
import { NameTakenError } from "./name-taken-error";
import { secretOfWork } from "./secret-of-work";
import { useEditorRun } from "./use-editor-run";

interface UseCreateRunOptions {
  instance: InstanceOption | undefined;
  /** As typed so far. */
  name: string;
  getValues: () => EditorValues;
  /** Called when Azure's answer is about one field, to bring the person there. */
  onRefused: (refused: RefusedField) => void;
  onCreated: () => void;
}

/** The creation of the endpoint that the form names. */
export function useCreateRun(options: UseCreateRunOptions): CreateRun {
  const { instance, name, getValues } = options;
  const azure = useAzure();
  const writer = useEndpointWriter();
  return useEditorRun({
    endpointId: instance === undefined || name === "" ? "" : endpointIdOf(instance, name),
    request: () => instance && creationOf(instance, getValues()),
    linksOf: (request) => editorLinks({ ...writer, azure }, request),
    onFailed: (error, stoppedAt) => {
      const refused = refusalOf(error, stoppedAt, getValues());
      if (refused !== undefined) options.onRefused(refused);
    },
    onDone: options.onCreated,
  });
}

function endpointIdOf(instance: InstanceOption, name: string): string {
  return childId(instance.id, "registryEndpoints", name);
}

/** What a creation needs: the form itself too, so that another page can show and finish it. */
function creationOf(instance: InstanceOption, values: EditorValues): WorkRequest {
  return {
    id: endpointIdOf(instance, values.name),
    kind: "create",
    body: toRequest(values, instance),
    values: { ...values },
    ...secretOfWork(values),
  };
}

function refusalOf(
  error: unknown,
  stoppedAt: string | undefined,
  values: EditorValues,
): RefusedField | undefined {
  if (error instanceof NameTakenError) {
    return { step: "basics", field: "name", message: error.message };
  }
  const isOfEndpoint = stoppedAt === ENDPOINT_LINK || stoppedAt === NAME_LINK;
  return isOfEndpoint ? refusedField(error, values) : undefined;
}
