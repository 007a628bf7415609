import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { personas } from "../emulator/entra/personas";
import { startLocalAzure } from "../emulator/hosts/node-host";
import { scenarios } from "../emulator/scenarios";
import { buildIfNeeded } from "./build-if-needed";
import { localConfig } from "./local-config";
import { startAppServer } from "./serve-app";

const HELP = `npm start [-- --data DIR | --config FILE]

Serves the app and a local Azure to try it on. With --data, the local Azure keeps its state
in a directory and goes on from it at the next start. With --config, serves the app alone,
for the Azure that the configuration names.

PORT            port of the app (4280)
EMULATOR_PORT   port of the local Azure (4281)
SCENARIO        what the local Azure holds: ${Object.keys(scenarios).join(", ")} (contoso)`;

/** Something the person can put right: said in a sentence, without a stack. */
class StartError extends Error {}

interface Running {
  close(): Promise<void>;
}

const running: Running[] = [];
let closing: Promise<void> | undefined;

try {
  await start();
} catch (error) {
  await closeAll();
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { config: configFile, data, help } = readArguments();
  if (help) {
    console.log(HELP);
    return;
  }
  if (configFile !== undefined && data !== undefined) {
    throw new StartError("--data is for the local Azure, which does not start with --config.");
  }
  const port = portOf("PORT", 4280);
  await buildIfNeeded();
  if (configFile === undefined) await startBoth(port, data);
  else await startApp(port, await readConfig(configFile));

  console.log("\nPress Ctrl+C to stop.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      void closeAll().then(() => process.exit(0));
    });
  }
}

async function startBoth(port: number, data: string | undefined): Promise<void> {
  const emulatorPort = portOf("EMULATOR_PORT", 4281);
  const scenario = process.env.SCENARIO;
  if (scenario !== undefined && !(scenario in scenarios)) {
    const known = Object.keys(scenarios).join(", ");
    throw new StartError(`There is no scenario "${scenario}". Set SCENARIO to one of: ${known}.`);
  }
  const azure = await listen("EMULATOR_PORT", emulatorPort, () =>
    startLocalAzure({
      port: emulatorPort,
      scenario,
      data,
      appOrigins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    }),
  );
  azure.azure.graph.warmUp();
  await startApp(port, localConfig(azure.url));
  console.log(`Local Azure: ${azure.url} (scenario ${azure.azure.scenarioName()})`);
  console.log(
    data === undefined
      ? "State:       ends with the process; npm start -- --data DIR keeps it"
      : `State:       ${resolve(data)}`,
  );
  console.log("\nSign in as");
  for (const { displayName, userPrincipalName, description } of personas) {
    console.log(`  ${displayName.padEnd(14)} ${userPrincipalName.padEnd(22)} ${description}`);
  }
}

async function startApp(port: number, config: object): Promise<void> {
  const app = await listen("PORT", port, () => startAppServer({ port, dist: "dist", config }));
  console.log(`App:         ${app.url}`);
}

async function listen<Server extends Running>(
  variable: string,
  port: number,
  open: () => Promise<Server>,
): Promise<Server> {
  try {
    const server = await open();
    running.push(server);
    return server;
  } catch (error) {
    if (error instanceof Error && ["ConfigError", "KeptStateError"].includes(error.name)) {
      throw new StartError(error.message);
    }
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") {
      throw new StartError(
        `Port ${port} is in use: set ${variable} to a free one, for example ${variable}=${port + 100} npm start.`,
      );
    }
    if (code === "EACCES") {
      throw new StartError(
        `Port ${port} may not be listened on: set ${variable} to one over 1024.`,
      );
    }
    throw error;
  }
}

/** One end for all who ask: a second Ctrl+C, or npm's own, does not cut the first one short. */
function closeAll(): Promise<void> {
  closing ??= Promise.all(running.map((server) => server.close())).then(() => undefined);
  return closing;
}

async function readConfig(file: string): Promise<object> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as object;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The configuration ${file} cannot be read: ${reason}`);
  }
}

function readArguments(): { config?: string; data?: string; help?: boolean } {
  try {
    return parseArgs({
      options: { config: { type: "string" }, data: { type: "string" }, help: { type: "boolean" } },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function portOf(variable: string, usual: number): number {
  const port = Number(process.env[variable] ?? usual);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`${variable} must be a port number, like ${usual}.`);
}
