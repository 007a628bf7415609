import { chromium, type Browser } from "@playwright/test";
import { chromiumExecutable } from "../scripts/ensure-browser";

/** A Chromium without what would disturb the measuring, and with a heap that can be cleared by command. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumExecutable(),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-extensions",
      "--disable-gpu",
      "--no-first-run",
    ],
  });
}

/** Rejects after `ms`, whatever becomes of the promise. */
export async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeUp(ms)), ms);
  });
  // What comes too late is nobody's.
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}

/** The time for a step is up. */
export class TimeUp extends Error {
  constructor(ms: number) {
    super(`Not done after ${ms} ms.`);
    this.name = "TimeUp";
  }
}
