import type { StoredResource } from "../store";

/** A state of Azure to start from: everything that exists when the emulator starts or is reset. */
export interface Scenario {
  name: string;
  /** One sentence for the start-up message and the README. */
  description: string;
  /** Builds the resources, role assignments included. `now` is the clock's time in milliseconds. */
  build(now: number): StoredResource[];
}
