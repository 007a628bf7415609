import { Subtitle2, makeStyles } from "@fluentui/react-components";
import { Note } from "../../../ui/note";
import { TextDiff } from "../../../ui/text-diff";
import { useEditor } from "../form/editor-context";
import { documentOf, type EndpointDocument } from "../../../azure/iot-operations/endpoint-document";
import { ImpactNote } from "./impact-note";
import { useEditExtent, useUpdateDocument } from "./use-update-document";

const useStyles = makeStyles({ title: { margin: 0 } });

/** What an edit changes, and what that means; nothing while an endpoint is created. */
export function EditReview() {
  const styles = useStyles();
  const { base } = useEditor();
  const document = useUpdateDocument();
  const extent = useEditExtent();
  if (base === undefined || document === undefined) return null;
  if (extent !== "something") {
    return (
      <Note intent="info">
        {extent === "nothing"
          ? "Nothing is changed yet, so there is nothing to save."
          : "Nothing is changed. Its last deployment has not succeeded: Save sends it again as it is."}
      </Note>
    );
  }
  return (
    <>
      <ImpactNote base={base} document={document} />
      <Subtitle2 as="h3" className={styles.title}>
        What changes
      </Subtitle2>
      <TextDiff
        label="Changes"
        before={{ title: "In Azure", text: prettyJson(documentOf(base)) }}
        after={{ title: "After saving", text: prettyJson(document) }}
        fileName={`${base.name}.diff`}
      />
    </>
  );
}

function prettyJson(document: EndpointDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
