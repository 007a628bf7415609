import type { Connection } from "../lib/connection";

/** The network as the browser knows it. That it says "online" is no promise that Azure can be reached. */
export const browserConnection: Connection = {
  isOnline: () => navigator.onLine,
  subscribe: (onChange) => {
    window.addEventListener("online", onChange);
    window.addEventListener("offline", onChange);
    return () => {
      window.removeEventListener("online", onChange);
      window.removeEventListener("offline", onChange);
    };
  },
};
