import type {
  RegistryEndpoint,
  RegistryEndpointBody,
} from "../../../azure/iot-operations/registry-endpoint";
import { useAzure } from "../../../queries/azure-context";
import { useEndpointWriter } from "../../../queries/endpoint-writes";
import type { WorkRequest } from "../../../queries/work/work-record";
import { ENDPOINT_LINK } from "../../../queries/work/work-words";
import type { EditorValues } from "../form/editor-values";
import type { CreateRun } from "../run/create-run";
import { editorLinks } from "../run/editor-links";
import { refusedField, type RefusedField } from "../run/error-target";
import { secretOfWork } from "../run/secret-of-work";
import { useEditorRun } from "../run/use-editor-run";
import { ChangedMeanwhileError } from "./changed-meanwhile";
import { updateDocument } from "./update-document";

interface UseUpdateRunOptions {
  /** As it was when the form was filled. */
  base: RegistryEndpoint;
  instanceVersion?: string;
  getValues: () => EditorValues;
  /** Somebody else changed it: ask what to keep. */
  onChangedMeanwhile: (theirs: RegistryEndpoint) => void;
  onRefused: (refused: RefusedField) => void;
  onUpdated: (endpoint: RegistryEndpoint) => void;
}

/** The saving of an edit. */
export function useUpdateRun(options: UseUpdateRunOptions): CreateRun {
  const { base, instanceVersion, getValues } = options;
  const azure = useAzure();
  const writer = useEndpointWriter();
  return useEditorRun({
    endpointId: base.id,
    request: () => savingOf(base, getValues(), instanceVersion),
    linksOf: (request) => editorLinks({ ...writer, azure }, request),
    onFailed: (error, stoppedAt) => {
      if (error instanceof ChangedMeanwhileError) options.onChangedMeanwhile(error.theirs);
      const refused = stoppedAt === ENDPOINT_LINK ? refusedField(error, getValues()) : undefined;
      if (refused !== undefined) options.onRefused(refused);
    },
    onDone: options.onUpdated,
  });
}

function savingOf(
  base: RegistryEndpoint,
  values: EditorValues,
  instanceVersion: string | undefined,
): WorkRequest {
  return {
    id: base.id,
    kind: "update",
    base,
    body: updateDocument(base, values, instanceVersion) as unknown as RegistryEndpointBody,
    values: { ...values },
    ...secretOfWork(values),
  };
}
