import { lazy, type ComponentType, type LazyExoticComponent } from "react";

export interface LazyPage {
  Page: LazyExoticComponent<ComponentType>;
  /** Starts the download early; a failure shows when the page is opened. */
  preload: () => void;
}

/** A page in a chunk of its own. */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let loading: Promise<{ default: ComponentType }> | undefined;
  const loadOnce = () => {
    loading ??= load().then(
      (page) => ({ default: page }),
      (error: unknown) => {
        // Forgotten, so that the next attempt asks the network again.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  return {
    Page: lazy(loadOnce),
    preload: () => {
      loadOnce().catch(() => undefined);
    },
  };
}
