import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A start of the local Azure, from the command until it answers. */
export interface AzureStart {
  scenario: string;
  ms: number;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CONTROL = /http:\S+\/_emulator\//;

/**
 * Starts the local Azure as `npm start` does, in a process of its own, and ends it.
 *
 * @throws Error where it ends before it can answer
 */
export async function timeStart(scenario: string): Promise<AzureStart> {
  const began = performance.now();
  const azure = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, SCENARIO: scenario, EMULATOR_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const control = await new Promise<string>((resolve, reject) => {
      let told = "";
      azure.stdout.on("data", (text: Buffer) => {
        told += text.toString();
        const [address] = CONTROL.exec(told) ?? [];
        if (address !== undefined) resolve(address);
      });
      azure.once("exit", () => reject(new Error(`The local Azure with ${scenario} has ended.`)));
    });
    // It tells its address, then makes Resource Graph ready; what is asked meanwhile waits for that.
    await (await fetch(control)).text();
    return { scenario, ms: performance.now() - began };
  } finally {
    azure.kill();
  }
}
