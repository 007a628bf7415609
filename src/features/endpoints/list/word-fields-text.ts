import { endpointFields, wordFieldIds } from "../../../lib/endpoint-query/fields";

const labels = wordFieldIds.map((id) => endpointFields[id].label.toLowerCase());

/** Where words are looked for, as a sentence. */
export const WORD_FIELDS_TEXT = `Words are looked for in ${new Intl.ListFormat("en").format(labels)}.`;
