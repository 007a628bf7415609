import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import type { LocalAzureControl } from "./local-azure-control";
import { next } from "./wizard";

const API_VERSION = "2026-07-01";

/** A registry endpoint as ARM returns it. */
export interface Endpoint {
  extendedLocation: object;
  properties: {
    host: string;
    authentication: Record<string, unknown>;
    codeSigningCas?: unknown[];
  };
}

/** From the first step of an edit to its review. */
export async function goToSaving(page: Page): Promise<void> {
  await next(page, "Authentication");
  await next(page, "Trust");
  await next(page, "Review + save");
}

export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

export async function readEndpoint(azure: LocalAzureControl, id: string): Promise<Endpoint> {
  return (await azure.arm("admin", "GET", id, API_VERSION)).body as Endpoint;
}

/** Somebody else's script replaces the endpoint, and its deployment ends. */
export async function changeMeanwhile(
  azure: LocalAzureControl,
  id: string,
  properties: Endpoint["properties"],
): Promise<void> {
  const { extendedLocation } = await readEndpoint(azure, id);
  const body = { extendedLocation, properties };
  const { status } = await azure.arm("admin", "PUT", id, API_VERSION, body);
  expect([200, 201]).toContain(status);
  await azure.advance(60_000);
}
