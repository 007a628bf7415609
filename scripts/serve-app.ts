import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { parseConfig } from "../src/app/config";
import { securityHeaders } from "./security-headers";

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
      response.setHeader(
        "Cache-Control",
        isHashed ? "public, max-age=31536000, immutable" : "no-store",
      );
    },
  });

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request);
    const isRedirectPage = path === "/redirect.html" || path === "/redirect";
    response.setHeaders(new Map(Object.entries(isRedirectPage ? headers.redirect : headers.app)));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
    } else if (path === "/config.json") {
      response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      response.end(configText);
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

/** A missing file must be a 404, not the app; below `/endpoints`, resource ids may hold dots. */
function isFilePath(path: string): boolean {
  return path.startsWith("/assets/") || /^\/[^/]+\.\w+$/.test(path);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").replace(/[?#].*$/s, "");
}
