import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { inTime } from "./time-limit";

test("what comes in time is given on, and failures are", async () => {
  expect(await inTime("GET /a", () => Promise.resolve(1))).toBe(1);
  await expect(inTime("GET /a", () => Promise.reject(new Error("b")))).rejects.toThrow("b");
});

test("a promise that never ends fails, and names what was asked for", async () => {
  const never = () => new Promise<never>(() => undefined);
  await expect(inTime("GET /never", never, 20)).rejects.toThrow(
    "Nothing came within 20 ms: GET /never",
  );
});

test("a loop without an end fails, and names what was asked for", async () => {
  const module = JSON.stringify(new URL("time-limit.ts", import.meta.url).href);
  const script = `const { inTime } = await import(${module}); await inTime("GET /loop", () => { for (;;); }, 100);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  expect([signal, said]).toEqual(["SIGKILL", expect.stringContaining("GET /loop")]);
});
