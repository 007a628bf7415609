import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";
import { CONTOSO_TENANT_ID, personaOf } from "../entra/personas";
import { instanceIds } from "../scenarios/contoso-names";
import { sites } from "../scenarios/contoso/sites";
import { edgeSiteIds } from "../scenarios/seeds/edge-site-ids";
import type { StoredResource } from "../store";

/** `KILLS=1000 npm run contract -- kill` soaks. */
const KILLS = Number(process.env.KILLS ?? 50);
const WRITERS = 6;
const PATIENCE_MS = KILLS * 20_000;

const instance = instanceIds.gothenburg;
const gothenburg = edgeSiteIds(sites.gothenburg);

interface Target {
  url: string;
  kill(): Promise<void>;
}

/** Hosts that may be found at an id, undefined for no endpoint: more than one after a write that got no answer. */
type Allowed = Map<string, Set<string | undefined>>;

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "local-azure-kill-"));
  // Bundled once: to transpile it at every start would take most of the test's time.
  await build({
    configFile: false,
    logLevel: "silent",
    ssr: { noExternal: true },
    build: {
      ssr: "emulator/kept-state/kill-target.ts",
      outDir: temporary,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "kill-target.mjs" } },
    },
  });
}, PATIENCE_MS);
afterAll(() => rm(temporary, { recursive: true, force: true }));

test(
  `no answered write is lost in ${KILLS} kills`,
  async () => {
    const data = join(temporary, "data");
    const allowed: Allowed = new Map();
    let port = 0;
    let token: string | undefined;
    for (let round = 0; round < KILLS; round++) {
      const target = await start(data, port);
      // One token for all rounds: the key that signed it is kept, too. It names the origin.
      port = Number(new URL(target.url).port);
      token ??= await scriptToken(target.url);
      await compare(target.url, allowed);
      await writeUntilKilled(target, token, round, allowed);
    }
    const last = await start(data, port);
    await compare(last.url, allowed);
    await last.kill();
  },
  PATIENCE_MS,
);

/** Starts the local Azure on a directory; that it starts means that it found its state in order. */
async function start(data: string, port: number): Promise<Target> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(temporary, "kill-target.mjs"), data, String(port)],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const exited = once(child, "exit");
  let errors = "";
  child.stderr?.on("data", (chunk) => (errors += String(chunk)));
  const url = await Promise.race([
    once(child.stdout ?? child, "data").then(([line]) => String(line).trim()),
    exited.then(() => Promise.reject(new Error(`It did not start: ${errors}`))),
  ]);
  return {
    url,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Writes from several sides at once and kills, at a random moment, while writes are under way. */
async function writeUntilKilled(
  target: Target,
  token: string,
  round: number,
  allowed: Allowed,
): Promise<void> {
  // Every id is written once a round: Azure refuses a write while another goes on.
  const earlier = [...allowed.keys()].reverse();
  const killAfter = 10 + Math.random() * 40;
  let answered = 0;
  let isOver = false;
  const writeOne = async (number: number) => {
    const old = number % 3 === 0 ? undefined : earlier[number];
    const id = old ?? `${instance}/registryEndpoints/r${round}-${number}`;
    const host =
      old !== undefined && number % 3 === 1 ? undefined : `h${round}-${number}.example.com`;
    const before = allowed.get(id) ?? new Set([undefined]);
    allowed.set(id, new Set([...before, host]));
    const { status } = await write(target.url, token, id, host);
    expect(status, id).toBeLessThan(300);
    allowed.set(id, new Set([host]));
    answered++;
  };
  let next = 0;
  const writer = async () => {
    while (!isOver) {
      try {
        await writeOne(next++);
      } catch (error) {
        if (!isOver) throw error;
      }
      if (answered < killAfter || isOver) continue;
      isOver = true;
      await target.kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** Compares what is there with what may be, and lets that be what is known from now on. */
async function compare(url: string, allowed: Allowed): Promise<void> {
  // Long enough for what was accepted to end: operations go on after a start.
  await fetch(`${url}/_emulator/clock`, { method: "POST", body: '{"advanceMs":10000}' });
  const type = "Microsoft.IoTOperations/instances/registryEndpoints";
  const answer = await fetch(`${url}/_emulator/resources?type=${type}`);
  const { resources } = (await answer.json()) as { resources: StoredResource[] };
  const found = new Map(resources.map(({ id, properties }) => [id, properties]));
  for (const [id, hosts] of allowed) {
    const properties = found.get(id);
    const host = properties?.host as string | undefined;
    expect([...hosts], id).toContain(host);
    if (properties) expect(properties).toEqual({ ...propertiesOf(host), ...computed });
    allowed.set(id, new Set([host]));
  }
}

const computed = { provisioningState: "Succeeded", healthState: "Unknown" };

function propertiesOf(host: string | undefined): Record<string, unknown> {
  return { host, authentication: { method: "Anonymous", anonymousSettings: {} } };
}

/** Puts an endpoint with a host, or deletes it. */
function write(
  url: string,
  token: string,
  id: string,
  host: string | undefined,
): Promise<Response> {
  const body = {
    extendedLocation: { name: gothenburg.customLocation, type: "CustomLocation" },
    properties: propertiesOf(host),
  };
  return fetch(`${url}${id}?api-version=2026-03-01`, {
    method: host === undefined ? "DELETE" : "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: host === undefined ? undefined : JSON.stringify(body),
  });
}

async function scriptToken(url: string): Promise<string> {
  const { clientId, clientSecret } = personaOf("admin");
  const answer = await fetch(`${url}/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: "https://management.azure.com/.default",
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
