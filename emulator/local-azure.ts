import { createClock, type Clock } from "./clock";
import { applyFault } from "./control/apply-fault";
import { createControlApi } from "./control/control-api";
import { createFaults, type FaultEffect, type Faults } from "./control/faults";
import { createRequestLog, loggedHeaders, type LoggedRequest } from "./control/request-log";
import { defaultSettings, type EmulatorSettings } from "./control/settings";
import { createEntra } from "./entra/entra";
import { createGrants } from "./entra/grants";
import { createEntraSessions } from "./entra/sessions";
import { createTokenIssuer } from "./entra/token-issuer";
import { allowedOrigins, allowReading, answerPreflight } from "./hosts/cors";
import { providers as allProviders } from "./providers";
import { keepingNothing, KeptStateError, type Keeping } from "./kept-state/keeping";
import type { ResourceGraph } from "./resource-graph/graph-types";
import { createResourceGraph } from "./resource-graph/resource-graph";
import { createAccessControl } from "./resource-manager/access-control";
import { toHttpResponse } from "./resource-manager/http-response";
import { createOperations } from "./resource-manager/operations";
import type { ResourceProvider } from "./resource-manager/provider";
import { createResourceManager } from "./resource-manager/resource-manager";
import { scenarios as allScenarios } from "./scenarios";
import type { Scenario } from "./scenarios/scenario";
import { createStore, type ResourceStore } from "./store";

export interface LocalAzureOptions {
  /** Name of the scenario to start with; by default that of the kept state, or `contoso`. */
  scenario?: string;
  /** Where the state is kept; by default it ends with the process. */
  keeping?: Keeping;
  /** Origins beside loopback whose pages may call. */
  appOrigins?: readonly string[];
  /** How a fault's delay passes: hosts wait with a timer; by default it passes at once. */
  wait?: (ms: number) => Promise<void>;
  /** Milliseconds since 1970: the machine's clock by default. */
  machineNow?: () => number;
  /** What the emulator consists of, for tests of its core. */
  scenarios?: Readonly<Record<string, Scenario>>;
  providers?: readonly ResourceProvider[];
}

/** Entra, Resource Manager, Resource Graph and the control API behind one `fetch`. */
export interface LocalAzure {
  /**
   * Answers a request as the real services would; addresses in answers are on the request's origin.
   *
   * @throws ConnectionReset when a fault ends the connection
   */
  fetch(request: Request): Promise<Response>;
  /**
   * Loads a scenario afresh, the present one by default; time, settings, faults, sign-ins and the log
   * start over.
   *
   * @throws RangeError for a scenario that does not exist
   */
  reset(scenarioName?: string): void;
  scenarioName(): string;
  store: ResourceStore;
  clock: Clock;
  graph: ResourceGraph;
  faults: Faults;
  settings: EmulatorSettings;
  /** The last requests, oldest first. */
  requests(): readonly LoggedRequest[];
}

interface Exchange {
  request: Request;
  url: URL;
  body: string;
  fault: FaultEffect | undefined;
}

/**
 * Creates a local Azure that goes on from its kept state, or with a scenario when nothing was kept.
 *
 * @throws RangeError for a scenario that does not exist, KeptStateError when the kept state is of another
 */
export function createLocalAzure(options: LocalAzureOptions = {}): LocalAzure {
  const { providers = allProviders, keeping = keepingNothing } = options;
  const scenarios = options.scenarios ?? allScenarios;
  const loaded = keeping.map<string>("loaded");
  const clock = createClock(options.machineNow, keeping.map("clock"));
  const store = createStore(keeping.map("resources"));
  const settings = defaultSettings();
  const access = createAccessControl(store, {
    clock,
    delayMs: () => settings.roleAssignmentDelayMs,
  });
  const graph = createResourceGraph({
    store,
    clock,
    readerOf: (caller) => access.readerOf(caller),
    behind: keeping.map("graphBehind"),
    maySee: (caller, id) => access.maySee(caller, id),
    onAccessChange: (listener) => access.subscribe(listener),
  });
  const operations = createOperations(
    clock,
    keeping.map("operations"),
    () => settings.operationTimeScale,
  );
  const issuer = createTokenIssuer(clock, keeping.map("keys"));
  const grants = createGrants(clock, keeping);
  const sessions = createEntraSessions(keeping.map("sessions"));
  const faults = createFaults();
  const log = createRequestLog();
  const isAllowedOrigin = allowedOrigins(options.appOrigins);
  const scenarioName = () => loaded.get("scenario") ?? "contoso";

  const reset = (name = scenarioName()) => {
    const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
    if (!scenario) {
      const known = Object.keys(scenarios).join(", ");
      throw new RangeError(`There is no scenario called "${name}"; there are ${known}.`);
    }
    loaded.set("scenario", name);
    Object.assign(settings, defaultSettings());
    clock.reset();
    store.load(scenario.build(clock.now()));
    access.invalidate();
    graph.rebuild();
    operations.clear();
    grants.clear();
    sessions.clear();
    faults.clear();
    log.clear();
  };

  const resourceManager = createResourceManager({
    store,
    clock,
    access,
    operations,
    graph,
    issuer,
    providers,
  });
  const entra = createEntra({ clock, settings, issuer, grants, sessions });
  const control = createControlApi({
    ...{ store, clock, graph, faults, log, settings, grants, reset },
    scenarioName,
    scenarioNames: Object.keys(scenarios),
  });

  const carryOut = async ({ request, url, body, fault }: Exchange): Promise<Response> => {
    const { method, headers } = request;
    if (entraOperation(url) !== undefined) return entra.fetch(request, { body });
    const answer = await resourceManager.handle({
      method,
      url,
      headers,
      body,
      outcome: fault?.lro,
    });
    return toHttpResponse(answer, { method, url, headers }, clock.now());
  };

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const { method, headers } = request;
    const body = await request.text();
    if (/^\/_emulator(\/|$)/.test(url.pathname)) return control.fetch(request, { body });
    const path = `${url.pathname}${url.search}`;
    const inEntra = entraOperation(url);
    const names =
      inEntra === undefined
        ? resourceManager.operationNames(method, url)
        : entraNames(inEntra, body);
    const entry = log.add({
      ...{ time: clock.iso(), method, path, operation: names.at(-1) ?? method, body },
      ...loggedHeaders(headers),
    });
    const isPreflight = method === "OPTIONS" && headers.has("access-control-request-method");
    if (isPreflight) {
      entry.status = 204;
      return answerPreflight(request, isAllowedOrigin);
    }
    const fault = faults.take({ operations: names, method, path, body });
    const exchange: Exchange = { request, url, body, fault };
    const response = fault
      ? await applyFault(
          fault,
          {
            request: { method, url, headers },
            now: clock.now(),
            isEntra: inEntra !== undefined,
            wait: options.wait ?? (() => Promise.resolve()),
            deleteResource: (id) => store.delete(id),
          },
          () => carryOut(exchange),
        )
      : await carryOut(exchange);
    entry.status = response.status;
    entry.retryAfter = response.headers.get("retry-after") ?? undefined;
    // Pages are for people: no script of another origin has a reason to read them.
    if (inEntra !== "authorize" && inEntra !== "logout") {
      allowReading(response, request, settings, isAllowedOrigin);
    }
    return response;
  };

  const restore = () => {
    const { scenario = scenarioName() } = options;
    if (scenario !== scenarioName()) {
      throw new KeptStateError(
        `The kept state is of the scenario "${scenarioName()}", not "${scenario}": start without SCENARIO to go on with it, or keep "${scenario}" in another directory.`,
      );
    }
    graph.restore();
    resourceManager.resume();
  };

  if (loaded.has("scenario")) restore();
  else reset(options.scenario);
  return {
    fetch(request) {
      clock.settle();
      return answer(request);
    },
    reset,
    scenarioName,
    ...{ store, clock, graph, faults, settings },
    requests: () => log.list(),
  };
}

type EntraOperation = "authorize" | "token" | "logout" | "discovery" | "keys";

/** Which endpoint of Entra an address is, undefined for none. */
function entraOperation({ pathname }: URL): EntraOperation | undefined {
  const rest = pathname.replace(/^\/[^/]+/, "");
  switch (rest) {
    case "/oauth2/v2.0/authorize":
      return "authorize";
    case "/oauth2/v2.0/token":
      return "token";
    case "/oauth2/v2.0/logout":
      return "logout";
    case "/v2.0/.well-known/openid-configuration":
      return "discovery";
    case "/discovery/v2.0/keys":
      return "keys";
    default:
      return undefined;
  }
}

function entraNames(operation: EntraOperation, body: string): string[] {
  if (operation !== "token") return [operation];
  const grantType = new URLSearchParams(body).get("grant_type");
  return ["token", `token ${grantType}`];
}
