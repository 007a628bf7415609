import { Note } from "../../ui/note";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere";

interface OpenElsewhereNoteProps {
  /** What must not be edited twice at once, as one text; empty for nothing yet. */
  place: string;
  /** Name of the endpoint. */
  what: string;
}

/** Warns that the same endpoint is being edited in another tab. */
export function OpenElsewhereNote({ place, what }: OpenElsewhereNoteProps) {
  const isOpenElsewhere = useOpenElsewhere(place.toLowerCase());
  return isOpenElsewhere ? (
    <Note intent="warning" title={`“${what}” is also open in another tab`}>
      {" "}
      Only one of them can send it. What you type here does not show there.
    </Note>
  ) : null;
}
