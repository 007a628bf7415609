import { useFormContext } from "react-hook-form";
import { failureOf } from "../../../azure/http/operations/provisioning-state";
import { stableJson } from "../../../lib/stable-json";
import { useEditor } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { documentOf, type EndpointDocument } from "../../../azure/iot-operations/endpoint-document";
import { updateDocument } from "./update-document";

/** What saving would send, as the form is now; undefined while an endpoint is created. */
export function useUpdateDocument(): EndpointDocument | undefined {
  const { base, instance } = useEditor();
  const { getValues } = useFormContext<EditorValues>();
  return base && updateDocument(base, getValues(), instance?.version);
}

/** How much an edit changes: `again` where an endpoint that failed would be sent as it is, to deploy it anew. */
export type EditExtent = "nothing" | "again" | "something";

/** What saving would do now; always something while an endpoint is created. */
export function useEditExtent(): EditExtent {
  const { base } = useEditor();
  const document = useUpdateDocument();
  if (base === undefined || stableJson(document) !== stableJson(documentOf(base))) {
    return "something";
  }
  return failureOf(base.properties.provisioningState) === undefined ? "nothing" : "again";
}
