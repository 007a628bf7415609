import { Hono } from "hono";
import { z } from "zod";
import type { Clock } from "../clock";
import { isLoopbackOrigin } from "../entra/redirect-uris";
import { personaOf, personas } from "../entra/personas";
import type { Grants } from "../entra/grants";
import type { ResourceGraph } from "../resource-graph/graph-types";
import type { ResourceStore } from "../store";
import type { Faults, FaultRequest } from "./faults";
import type { RequestLog } from "./request-log";
import type { EmulatorSettings } from "./settings";

export interface ControlOptions {
  store: ResourceStore;
  clock: Clock;
  graph: ResourceGraph;
  faults: Faults;
  log: RequestLog;
  settings: EmulatorSettings;
  grants: Grants;
  scenarioName(): string;
  scenarioNames: readonly string[];
  reset(scenarioName?: string): void;
}

export interface ControlBindings {
  body: string;
}

const resetBody = z.strictObject({ scenario: z.string().optional() });

const clockBody = z.strictObject({
  advanceMs: z.number().nonnegative().optional(),
  freeze: z.literal(true).optional(),
  run: z.literal(true).optional(),
});

/** `"Infinity"` and null stand for an index that never catches up, which JSON has no number for. */
const lag = z
  .union([z.number().nonnegative(), z.literal("Infinity"), z.null()])
  .transform((value) => (typeof value === "number" ? value : Infinity));

const omitted = z.union([z.enum(["none", "all"]), z.array(z.string())]);

const settingsBody = z.strictObject({
  exposeHeaders: z.enum(["all", "none"]).optional(),
  tokenLifetimeSeconds: z.int().positive().optional(),
  roleAssignmentDelayMs: z.number().nonnegative().optional(),
  operationTimeScale: z.number().nonnegative().optional(),
  graph: z
    .strictObject({
      lagMs: lag.optional(),
      omitRegistryEndpoints: omitted.optional(),
      omitEndpointUsers: omitted.optional(),
      quota: z.int().nonnegative().optional(),
      subscriptionLimit: z.int().positive().optional(),
      pageSize: z.int().positive().optional(),
    })
    .optional(),
});

const revokeBody = z.strictObject({
  persona: z.enum(["admin", "operator", "secrets", "reader", "guest"]),
});

const storedResource = z.looseObject({
  id: z.string().startsWith("/"),
  name: z.string(),
  type: z.string(),
  properties: z.record(z.string(), z.unknown()),
});

const resourcesBody = z.strictObject({
  put: z.array(storedResource).default([]),
  delete: z.array(z.string()).default([]),
});

const help = {
  "GET /_emulator/": "this text",
  "GET /_emulator/state":
    "scenario, time, settings, personas with the credentials of their scripts",
  "POST /_emulator/reset":
    "{scenario?}: loads a scenario afresh; time, settings, faults, sessions and log start over",
  "GET /_emulator/requests": "the last requests; ?operation=, ?method= and ?path= narrow them",
  "DELETE /_emulator/requests": "empties that log",
  "GET /_emulator/faults": "faults and how often each was applied",
  "POST /_emulator/faults":
    "{match: {operation?, method?, path?, body?}, count?, skip?, effect}, or an array of them",
  "DELETE /_emulator/faults": "removes every fault",
  "POST /_emulator/clock":
    "{advanceMs?, freeze?, run?}: moves, stops or starts time; {} only answers it",
  "POST /_emulator/settings":
    "{exposeHeaders?, tokenLifetimeSeconds?, roleAssignmentDelayMs?, operationTimeScale?, graph?: {lagMs?, omitRegistryEndpoints?, omitEndpointUsers?, quota?, subscriptionLimit?, pageSize?}}",
  "POST /_emulator/revoke": "{persona}: refuses every refresh token that the persona has",
  "GET /_emulator/resources": "?id= or ?type=: resources as they are stored",
  "POST /_emulator/resources":
    "{put?: [resource], delete?: [id]}: changes the store without checks",
};

/**
 * The control API of the local Azure, for tests and for trying things out: JSON, no token, and for
 * callers on this machine only. A body that is not well-formed is answered with 400 and what is wrong.
 */
export function createControlApi(options: ControlOptions): Hono<{ Bindings: ControlBindings }> {
  const { store, clock, graph, faults, log, settings, grants } = options;
  const app = new Hono<{ Bindings: ControlBindings }>({ strict: false }).basePath("/_emulator");

  app.use(async ({ req, json }, next) => {
    const origin = req.header("origin");
    const isLocal =
      isLoopbackOrigin(new URL(req.url).origin) && (!origin || isLoopbackOrigin(origin));
    return isLocal ? next() : json({ error: "The control API answers on this machine only." }, 403);
  });
  app.onError((error, { json }) => {
    const isCallers =
      error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError;
    const message = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return json({ error: message }, isCallers ? 400 : 500);
  });
  app.notFound(({ json }) => json({ error: "There is no such control operation.", help }, 404));

  app.get("/", ({ json }) => json(help));
  app.get("/state", ({ json }) =>
    json({
      scenario: options.scenarioName(),
      scenarios: options.scenarioNames,
      now: clock.iso(),
      settings: { ...settings, graph: presentGraph(graph) },
      personas,
    }),
  );
  app.post("/reset", ({ env, json }) => {
    options.reset(resetBody.parse(readBody(env.body)).scenario);
    return json({ scenario: options.scenarioName(), now: clock.iso() });
  });

  app.get("/requests", ({ req, json }) => {
    const { operation, method, path } = req.query();
    const isWanted = (wanted: string | undefined, text: string) =>
      wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
    const found = log
      .list()
      .filter(
        (entry) =>
          isWanted(operation, entry.operation) &&
          (method === undefined || entry.method === method.toUpperCase()) &&
          isWanted(path, entry.path),
      );
    return json({ requests: found });
  });
  app.delete("/requests", ({ body }) => {
    log.clear();
    return body(null, 204);
  });

  app.get("/faults", ({ json }) => json({ faults: faults.list() }));
  app.post("/faults", ({ env, json }) => {
    const asked = readBody(env.body);
    const requests = (Array.isArray(asked) ? asked : [asked]) as FaultRequest[];
    return json({ faults: requests.map((fault) => faults.add(fault)) }, 201);
  });
  app.delete("/faults", ({ body }) => {
    faults.clear();
    return body(null, 204);
  });

  app.post("/clock", ({ env, json }) => {
    const { advanceMs, freeze, run } = clockBody.parse(readBody(env.body));
    if (freeze) clock.freeze();
    if (advanceMs !== undefined) clock.advance(advanceMs);
    if (run) clock.run();
    return json({ now: clock.iso() });
  });

  app.post("/settings", ({ env, json }) => {
    const { graph: index, ...own } = settingsBody.parse(readBody(env.body));
    Object.assign(settings, own);
    Object.assign(graph.settings, index);
    return json({ ...settings, graph: presentGraph(graph) });
  });

  app.post("/revoke", ({ env, body }) => {
    grants.revoke(personaOf(revokeBody.parse(readBody(env.body)).persona).objectId);
    return body(null, 204);
  });

  app.get("/resources", ({ req, json }) => {
    const { id, type } = req.query();
    const found = id === undefined ? undefined : store.get(id);
    if (type !== undefined) return json({ resources: store.list(type, id) });
    return json({ resources: found ? [found] : [] });
  });
  app.post("/resources", ({ env, json }) => {
    const asked = resourcesBody.parse(readBody(env.body));
    for (const resource of asked.put) store.put(resource);
    const deleted = asked.delete.filter((id) => store.delete(id));
    return json({ put: asked.put.length, deleted: deleted.length });
  });
  return app;
}

function presentGraph({ settings }: ResourceGraph): Record<string, unknown> {
  const { lagMs } = settings;
  return { ...settings, lagMs: lagMs === Infinity ? "Infinity" : lagMs };
}

function readBody(body: string): unknown {
  return body === "" ? {} : (JSON.parse(body) as unknown);
}
