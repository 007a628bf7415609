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

/** One fault of Azure with what must be true afterwards: the six oracles are held against it. */
export interface FaultRow {
  /** As the matrix numbers it: a letter for the family and a number. */
  id: string;
  fault: string;
  intent: Intent;
  /** Produces the fault, does what a person would, and waits until what must show is there. */
  play: (stage: Stage) => Promise<void>;
  /** Accepted writes of the endpoint that the intent is about: never more than the person asked for. */
  writes: number;
  /** Of these, how many Azure applied without the answer reaching the page. */
  unanswered?: number;
  /** Must be on the page at the end, and must not. */
  shows?: RegExp[];
  hides?: RegExp[];
  /** The failure that the person must read, and the control that leads on; absent where nothing is to be read. */
  failure?: {
    says: RegExp[];
    /** Accessible name of a button or link that leads on. */
    nextStep: RegExp;
    /** The failure is an answer of Azure's, which has an id for support. */
    hasCorrelationId?: boolean;
  };
  /** How long after an answer of `afterStatus` the same call must not be repeated. */
  spacing?: { path: RegExp; afterStatus: number; atLeastMs: number };
}
