import type { BrowserContext, Page } from "@playwright/test";
import type { PersonaKey } from "../../emulator/entra/personas";
import type { LocalAzureControl } from "../local-azure-control";

/** What a row of the matrix plays on. */
export interface Stage {
  /** The tab that the oracles look at: a row that loses it sets another one. */
  page: Page;
  context: BrowserContext;
  azure: LocalAzureControl;
  openAs: (persona: PersonaKey, path?: string) => Promise<void>;
  /** What screen readers were told so far, of every tab. */
  announcements: string[];
}

/** What the person is about; decides what must not be lost. */
export type Intent = "create" | "edit" | "delete" | "list" | "details";

/** A failure that the person must read, and what they can do about it. */
export interface ExpectedFailure {
  says: RegExp[];
  /**
   * What must be said of the change: that Azure did not apply it, that it accepted it without an end to it, or
   * that nobody knows. `read` where no change was asked for: then nothing is said of one, and none was sent.
   */
  applied: "no" | "accepted" | "unknown" | "read";
  /** Accessible name of a button, a link or a field that leads on. */
  nextStep: RegExp;
  /** Ends what `LocalAzureControl.clearFaults` does not, so that going on can help. */
  mend?: (stage: Stage) => Promise<void>;
  /** What must be so once that was pressed. */
  leadsTo: (stage: Stage) => Promise<void>;
  /** The failure is an answer of Azure's, which has an id for support. */
  hasCorrelationId?: boolean;
}

/** One fault of Azure with what must be true afterwards: the six oracles are held against it. */
export interface FaultRow {
  /** As the matrix numbers it: a letter for the family and a number. */
  id: string;
  fault: string;
  intent: Intent;
  /** Produces the fault, does what a person would, and waits until what must show is there. */
  play: (stage: Stage) => Promise<void>;
  /** Everything that was typed, as it reads in the form: that of `fillWizard` where nothing is said. */
  typed?: readonly string[];
  /** False where the fault itself takes the row off the list, or keeps the list from being read at all. */
  isListed?: boolean;
  /** Accepted writes of the endpoint that the intent is about: never more than the person asked for. */
  writes: number;
  /** Of these, how many Azure applied without the answer reaching the page. */
  unanswered?: number;
  /** Must be on the page at the end, and must not. */
  shows?: RegExp[];
  hides?: RegExp[];
  /** Absent where nothing is to be read. */
  failure?: ExpectedFailure;
  /** True where pages cannot read how long Azure asks them to wait. */
  hasHiddenHeaders?: boolean;
  /** How long after an answer of `afterStatus` the same call must not be repeated. */
  spacing?: { path: RegExp; afterStatus: number; atLeastMs: number };
}
