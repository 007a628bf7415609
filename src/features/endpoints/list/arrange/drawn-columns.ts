/** The columns that the table has room for, as it says, for those who show something of that. */
export interface DrawnColumns {
  /** Their ids; undefined while there is no table. The same array until it says otherwise. */
  ids: () => readonly string[] | undefined;
  set: (ids: readonly string[] | undefined) => void;
  subscribe: (onChange: () => void) => () => void;
}

/** Nothing is known at first. For `useSyncExternalStore`: the list itself is not drawn again for it. */
export function createDrawnColumns(): DrawnColumns {
  const listeners = new Set<() => void>();
  let drawn: readonly string[] | undefined;
  return {
    ids: () => drawn,
    set(ids) {
      drawn = ids;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
