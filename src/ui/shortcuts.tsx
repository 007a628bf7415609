import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { useKeptSetting } from "./kept-setting";
import {
  ariaKeyShortcuts,
  isKeyTaken,
  pressedKey,
  shortcutFor,
  type ShortcutKeys,
} from "./shortcut-keys";

/** Keys that do something, as the list of them says it. Declared as a constant. */
export interface Shortcut {
  keys: ShortcutKeys;
  label: string;
  /** Where it works: a heading of the list. */
  group: string;
}

interface RegisteredShortcut extends Shortcut {
  run: () => void;
}

interface ShortcutsContextValue {
  registry: ShortcutRegistry;
  areOn: boolean;
  setAreOn: (areOn: boolean) => void;
}

const STORAGE_KEY = "shortcuts";
const OFF = "off";
/** How long the first key of a sequence waits for the next. */
const NEXT_KEY_WITHIN_MS = 1_500;

const ShortcutsContext = createContext<ShortcutsContextValue>({
  registry: createShortcutRegistry(),
  areOn: false,
  setAreOn: () => undefined,
});

/**
 * Listens for the shortcuts of the components below. None acts while the person types, with a
 * modifier, or under a modal; all can be turned off (WCAG 2.1.4), which localStorage keeps.
 */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry);
  const [kept, keep] = useKeptSetting(STORAGE_KEY);
  const areOn = kept !== OFF;

  useEffect(() => {
    if (!areOn) return;
    const onKeyDown = createKeyHandler(registry);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [registry, areOn]);

  const context = useMemo<ShortcutsContextValue>(
    () => ({ registry, areOn, setAreOn: (next) => keep(next ? undefined : OFF) }),
    [registry, areOn, keep],
  );
  return <ShortcutsContext value={context}>{children}</ShortcutsContext>;
}

/**
 * Lets keys do something while the component is mounted. Answers what `aria-keyshortcuts` of the
 * control that does the same should say: undefined while shortcuts are off.
 */
export function useShortcut(shortcut: Shortcut | undefined, run: () => void): string | undefined {
  const { registry, areOn } = useContext(ShortcutsContext);
  const onRun = useEffectEvent(run);
  useEffect(() => {
    if (shortcut === undefined) return;
    return registry.add({ ...shortcut, run: () => onRun() });
  }, [registry, shortcut]);
  return areOn && shortcut !== undefined ? ariaKeyShortcuts(shortcut.keys) : undefined;
}

/** Every shortcut that works on the page as it is, the portal's first. */
export function useShortcutList(): readonly Shortcut[] {
  const { registry } = useContext(ShortcutsContext);
  return useSyncExternalStore(registry.subscribe, registry.snapshot);
}

/** Whether shortcuts act, and how to turn them off and on. */
export function useShortcutSwitch(): Pick<ShortcutsContextValue, "areOn" | "setAreOn"> {
  return useContext(ShortcutsContext);
}

interface ShortcutRegistry {
  /** Returns what removes it again. */
  add: (shortcut: RegisteredShortcut) => () => void;
  subscribe: (onChange: () => void) => () => void;
  snapshot: () => readonly RegisteredShortcut[];
}

function createShortcutRegistry(): ShortcutRegistry {
  let shortcuts: readonly RegisteredShortcut[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly RegisteredShortcut[]) => {
    shortcuts = next;
    for (const listener of listeners) listener();
  };
  return {
    add: (shortcut) => {
      change([...shortcuts, shortcut]);
      return () => change(shortcuts.filter((one) => one !== shortcut));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shortcuts,
  };
}

function createKeyHandler(registry: ShortcutRegistry): (event: KeyboardEvent) => void {
  let begun: { keys: ShortcutKeys; at: number } = { keys: [], at: 0 };
  return (event) => {
    const key = pressedKey(event);
    if (key === undefined || event.defaultPrevented || isKeyTaken(event.target, document)) return;
    const isInTime = event.timeStamp - begun.at < NEXT_KEY_WITHIN_MS;
    const attempts = isInTime && begun.keys.length > 0 ? [[...begun.keys, key], [key]] : [[key]];
    begun = { keys: [], at: 0 };
    for (const keys of attempts) {
      const { shortcut, isBeginning } = shortcutFor(registry.snapshot(), keys);
      if (shortcut === undefined && !isBeginning) continue;
      event.preventDefault();
      if (shortcut === undefined) begun = { keys, at: event.timeStamp };
      else shortcut.run();
      return;
    }
  };
}
