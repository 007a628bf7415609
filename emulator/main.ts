import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startLocalAzure, type RunningLocalAzure } from "./hosts/node-host";
import { personas } from "./entra/personas";

const port = Number(process.env.EMULATOR_PORT ?? 4281);
const scenario = process.env.SCENARIO;
const { data } = parseArgs({ options: { data: { type: "string" } } }).values;

const running = await start();
if (running) {
  console.log(
    `Local Azure with the scenario "${running.azure.scenarioName()}": ${running.url} (control: ${running.url}/_emulator/)`,
  );
  if (data !== undefined) console.log(`Its state is kept in ${resolve(data)}`);
  console.log("Sign in as:");
  for (const { displayName, userPrincipalName, description } of personas) {
    console.log(`  ${displayName} <${userPrincipalName}>: ${description}`);
  }
  const end = () => void running.close().then(() => process.exit(0));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  running.azure.graph.warmUp();
}

async function start(): Promise<RunningLocalAzure | undefined> {
  try {
    return await startLocalAzure({ port, scenario, data });
  } catch (error) {
    process.exitCode = 1;
    if (isPortTaken(error)) {
      console.error(
        `Port ${port} is in use: set EMULATOR_PORT to a free port for the local Azure.`,
      );
    } else {
      console.error(error instanceof Error ? error.message : error);
    }
    return undefined;
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
