import type { Page } from "@playwright/test";
import type { LocalAzureControl } from "../local-azure-control";

/** A view of the product that is reached from the one before it, or from where the tour starts. */
export interface Stop {
  name: string;
  /** The address of its route, where it has another one than the stop before it. */
  path?: string;
  /** Gets to what is looked at; waits until it is there. */
  show: (page: Page, azure: LocalAzureControl) => Promise<void>;
}

/** Views that share one opening of the page, in an order in which a person could see them. */
export interface Tour {
  name: string;
  path: string;
  isSignedOut?: boolean;
  prepare?: (azure: LocalAzureControl, page: Page) => Promise<void>;
  stops: Stop[];
}
