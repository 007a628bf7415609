import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { parseConfig } from "../src/app/config";
import { securityHeaders } from "./security-headers";

const HASHED_SCRIPT = /^\/assets\/[\w-]+\.js$/;
const FOR_EVER = "public, max-age=31536000, immutable";

export interface AppServer {
  /** Origin, for example `http://localhost:4280`. */
  url: string;
  close(): Promise<void>;
}

export interface AppServerOptions {
  /** 0 takes any free port. */
  port: number;
  /** Interface to listen on; loopback by default. */
  host?: string;
  /** The build's folder. */
  dist: string;
  /** Served as `/config.json`, which no build holds. */
  config: object;
}

/**
 * Serves a build as a static host should: the security headers of its configuration, unknown paths
 * answered with the app, hashed files cached for ever. Throws `ConfigError` for a wrong
 * configuration, and Node's error if the port cannot be listened on.
 */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const { port, host = "127.0.0.1", dist, config } = options;
  const headers = securityHeaders(parseConfig(config), { isHttps: false });
  const configText = JSON.stringify(config);
  const serveFile = sirv(dist, {
    etag: true,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith("/assets/");
      response.setHeader("Cache-Control", isHashed ? FOR_EVER : "no-store");
    },
  });
  const scriptAt = keptScripts(dist);

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request);
    const script = scriptAt(path);
    const isRedirectPage = path === "/redirect.html" || path === "/redirect";
    response.setHeaders(new Map(Object.entries(isRedirectPage ? headers.redirect : headers.app)));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
    } else if (path === "/config.json") {
      response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      response.end(configText);
    } else if (script) {
      response.writeHead(200, {
        "Content-Type": "text/javascript",
        "Content-Length": script.length,
        "Cache-Control": FOR_EVER,
      });
      response.end(script);
    } else {
      serveFile(request, response, () => {
        if (isFilePath(path)) {
          response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
        } else {
          request.url = "/";
          serveFile(request, response);
        }
      });
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: listening } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${listening}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The scripts of a build by their paths, each read once: a page asks for some seventy when it starts, and
 * opening them takes longer than sending them.
 */
function keptScripts(dist: string): (path: string) => Buffer | undefined {
  const scripts = new Map<string, Buffer>();
  return (path) => {
    const file = join(dist, path);
    if (!scripts.has(path) && HASHED_SCRIPT.test(path) && existsSync(file)) {
      scripts.set(path, readFileSync(file));
    }
    return scripts.get(path);
  };
}

/** A missing file must be a 404, not the app; below `/endpoints`, resource ids may hold dots. */
function isFilePath(path: string): boolean {
  return path.startsWith("/assets/") || /^\/[^/]+\.\w+$/.test(path);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").replace(/[?#].*$/s, "");
}
