import { serve } from "@hono/node-server";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectionReset } from "../control/connection-reset";
import { createLocalAzure, type LocalAzure, type LocalAzureOptions } from "../local-azure";

export interface NodeHostOptions extends Pick<LocalAzureOptions, "appOrigins" | "scenario"> {
  /** 0 for any free port. */
  port: number;
}

export interface RunningLocalAzure {
  /** Origin, without a slash at the end: `http://localhost:4281`. */
  url: string;
  azure: LocalAzure;
  /** Ends at once, with the connections that are open. */
  close(): Promise<void>;
}

/**
 * Serves a local Azure over HTTP on localhost.
 *
 * @throws an error with code `EADDRINUSE` when the port is taken, RangeError for an unknown scenario
 */
export async function startLocalAzure({
  port,
  ...options
}: NodeHostOptions): Promise<RunningLocalAzure> {
  const timers = new Set<NodeJS.Timeout>();
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });
  const azure = createLocalAzure({ ...options, wait });
  const server = await listen(azure, port);
  azure.graph.warmUp();
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actual}`,
    azure,
    close: () =>
      new Promise((resolve, reject) => {
        for (const timer of timers) clearTimeout(timer);
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function listen(azure: LocalAzure, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        port,
        hostname: "localhost",
        overrideGlobalObjects: false,
        async fetch(request, { incoming }) {
          try {
            return await azure.fetch(request);
          } catch (error) {
            if (!(error instanceof ConnectionReset)) return internalError(error);
            (incoming as { socket: { destroy(): void } }).socket.destroy();
            return new Response(null);
          }
        },
      },
      () => resolve(server),
    ) as Server;
    server.once("error", reject);
  });
}

/** A defect of the emulator itself: named in the answer, so that whoever sees it can report it. */
function internalError(error: unknown): Response {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return Response.json({ error: { code: "LocalAzureDefect", message } }, { status: 500 });
}
