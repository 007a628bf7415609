/** Keys pressed one after the other, as `KeyboardEvent.key` names them; letters in lower case. */
export type ShortcutKeys = readonly string[];

/** Where a person types, or where single letters already mean something: menus and lists jump by them. */
const TAKES_KEYS = [
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])",
  "textarea",
  "select",
  "[contenteditable]:not([contenteditable=false])",
  ...["textbox", "searchbox", "combobox", "listbox", "menu", "tree", "dialog", "alertdialog"].map(
    (role) => `[role=${role}]`,
  ),
].join(", ");

/** What `shortcutFor` found: something to do, or the beginning of something. */
export interface ShortcutMatch<Shortcut> {
  shortcut?: Shortcut;
  isBeginning: boolean;
}

/** The shortcut that the pressed keys are, of two the later one: a page's goes before the portal's. */
export function shortcutFor<Shortcut extends { keys: ShortcutKeys }>(
  shortcuts: readonly Shortcut[],
  pressed: ShortcutKeys,
): ShortcutMatch<Shortcut> {
  const begun = shortcuts.filter(({ keys }) => pressed.every((key, at) => keys[at] === key));
  return {
    shortcut: begun.findLast(({ keys }) => keys.length === pressed.length),
    isBeginning: begun.some(({ keys }) => keys.length > pressed.length),
  };
}

/** What of a key press can be part of a shortcut: undefined with modifiers and for keys held down. */
export function pressedKey(
  event: Pick<
    KeyboardEvent,
    "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "isComposing"
  >,
): string | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
  if (ctrlKey || metaKey || altKey || repeat || isComposing || key.length !== 1) return undefined;
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  // Shift belongs to signs, which layouts put anywhere; with a letter it is a modifier.
  if (isLetter && shiftKey) return undefined;
  return isLetter ? key.toLowerCase() : key;
}

/** True where keys are for something else: in fields, menus and lists, and anywhere under a modal. */
export function isKeyTaken(target: EventTarget | null, page: Document): boolean {
  if (page.querySelector('[aria-modal="true"]') !== null) return true;
  return target instanceof Element && target.closest(TAKES_KEYS) !== null;
}

/** For `aria-keyshortcuts`, which knows no sequences: undefined for those. */
export function ariaKeyShortcuts(keys: ShortcutKeys): string | undefined {
  return keys.length === 1 ? keys[0] : undefined;
}
