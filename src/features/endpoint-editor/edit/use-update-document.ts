import { useFormContext } from "react-hook-form";
import { stableJson } from "../../../lib/stable-json";
import { useEditor } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { documentOf, type EndpointDocument } from "./endpoint-document";
import { updateDocument } from "./update-document";

/** What saving would send, as the form is now; undefined while an endpoint is created. */
export function useUpdateDocument(): EndpointDocument | undefined {
  const { base, instance } = useEditor();
  const { getValues } = useFormContext<EditorValues>();
  return base && updateDocument(base, getValues(), instance?.version);
}

/** True while an edit would change nothing; never while an endpoint is created. */
export function useIsUnchanged(): boolean {
  const { base } = useEditor();
  const document = useUpdateDocument();
  if (base === undefined) return false;
  // A failed endpoint may be sent again as it is: that is how one deploys it anew.
  const hasSucceeded = base.properties.provisioningState === "Succeeded";
  return hasSucceeded && stableJson(document) === stableJson(documentOf(base));
}
