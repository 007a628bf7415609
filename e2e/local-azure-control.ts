import { personaOf, type PersonaKey } from "../emulator/entra/personas";
import type { StoredResource } from "../emulator/store";

/** A request as the local Azure saw it. */
export interface SeenRequest {
  method: string;
  /** Path and query. */
  path: string;
  /** 0 when the connection was ended without an answer. */
  status: number;
  /** When it came in, on the local Azure's clock. */
  time: string;
  body?: string;
  /** By name in lower case; a page's has an `origin`, a script's has not. */
  headers: Record<string, string>;
  /** How many seconds the answer asked to wait. */
  retryAfter?: string;
}

/** A fault to produce: see `emulator/README.md`. */
export interface Fault {
  match: { operation?: string; method?: string; path?: string; body?: string };
  count?: number;
  skip?: number;
  effect: Record<string, unknown>;
}

/** Drives the local Azure of one test through its control API, and reads Azure as a script would. */
export class LocalAzureControl {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Back to the start of a scenario: resources, faults, clock, settings and the request log. */
  async reset(scenario = "contoso"): Promise<void> {
    await this.post("reset", { scenario });
  }

  async fault(fault: Fault): Promise<void> {
    await this.post("faults", fault);
  }

  async clearFaults(): Promise<void> {
    await this.send("DELETE", "faults");
  }

  async settings(settings: Record<string, unknown>): Promise<void> {
    await this.post("settings", settings);
  }

  async advance(milliseconds: number): Promise<void> {
    await this.post("clock", { advanceMs: milliseconds });
  }

  /** Refuses every refresh token that a person has. */
  async revoke(persona: PersonaKey): Promise<void> {
    await this.post("revoke", { persona });
  }

  /** Changes resources behind everybody's back. */
  async changeStore(change: { put?: unknown[]; delete?: string[] }): Promise<void> {
    await this.post("resources", change);
  }

  /** Every resource of a type as Azure keeps it. */
  async stored(type: string): Promise<StoredResource[]> {
    const response = await this.send("GET", `resources?type=${encodeURIComponent(type)}`);
    return ((await response.json()) as { resources: StoredResource[] }).resources;
  }

  /** Stops Azure's time, so that what is under way stays so. */
  async freeze(): Promise<void> {
    await this.post("clock", { freeze: true });
  }

  /** Lets time go on after `freeze`. */
  async thaw(): Promise<void> {
    await this.post("clock", { run: true });
  }

  /** Every request since the reset, oldest first. */
  async requests(): Promise<SeenRequest[]> {
    const response = await this.send("GET", "requests");
    return ((await response.json()) as { requests: SeenRequest[] }).requests;
  }

  /** The requests whose method is `method` and whose path matches. */
  async requestsTo(method: string, path: RegExp): Promise<SeenRequest[]> {
    return (await this.requests()).filter(
      (request) => request.method === method && path.test(request.path),
    );
  }

  /** Calls ARM as a persona's script; answers the status and the parsed body. */
  async arm(
    persona: PersonaKey,
    method: string,
    path: string,
    apiVersion: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown }> {
    const separator = path.includes("?") ? "&" : "?";
    const response = await fetch(`${this.url}${path}${separator}api-version=${apiVersion}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(persona)}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    };
  }

  private async token(key: PersonaKey): Promise<string> {
    const persona = personaOf(key);
    const response = await fetch(`${this.url}/${persona.homeTenantId}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: persona.clientId,
        client_secret: persona.clientSecret,
        scope: "https://management.azure.com/.default",
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    return token;
  }

  private async post(route: string, body: unknown): Promise<void> {
    await this.send("POST", route, body);
  }

  private async send(method: string, route: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.url}/_emulator/${route}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} /_emulator/${route}: ${response.status} ${await response.text()}`);
    }
    return response;
  }
}
