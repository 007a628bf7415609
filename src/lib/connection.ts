/** Whether the machine has a network, to be watched. */
export interface Connection {
  isOnline: () => boolean;
  subscribe: (onChange: () => void) => () => void;
}

/** Where nobody knows better: what fails says so by itself. */
export const ALWAYS_ONLINE: Connection = {
  isOnline: () => true,
  subscribe: () => () => undefined,
};
