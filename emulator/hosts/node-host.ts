import { serve } from "@hono/node-server";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { ConnectionReset } from "../control/connection-reset";
import { openKeptState, type KeptState } from "../kept-state/kept-state";
import { createLocalAzure, type LocalAzure, type LocalAzureOptions } from "../local-azure";

export interface NodeHostOptions extends Pick<LocalAzureOptions, "appOrigins" | "scenario"> {
  /** 0 for any free port. */
  port: number;
  /** Directory in which the state is kept between starts; without it, it ends with the process. */
  data?: string;
}

export interface RunningLocalAzure {
  /** Origin, without a slash at the end: `http://localhost:4281`. */
  url: string;
  azure: LocalAzure;
  /** Ends at once, with the connections that are open; what is kept is on the disk then. */
  close(): Promise<void>;
}

/**
 * Serves a local Azure over HTTP on localhost. With `data`, an answer is sent when all that led to it is
 * on the disk.
 *
 * @throws an error with code `EADDRINUSE` when the port is taken, RangeError for an unknown scenario,
 *   KeptStateError when `data` cannot be used
 */
export async function startLocalAzure({
  data,
  ...options
}: NodeHostOptions): Promise<RunningLocalAzure> {
  const kept = data === undefined ? undefined : await openKeptState(resolve(data));
  try {
    return await serveLocalAzure(options, kept);
  } catch (error) {
    await kept?.abandon();
    throw error;
  }
}

async function serveLocalAzure(
  { port, ...options }: NodeHostOptions,
  kept: KeptState | undefined,
): Promise<RunningLocalAzure> {
  const timers = new Set<NodeJS.Timeout>();
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });
  const azure = createLocalAzure({ ...options, wait, keeping: kept });
  const server = await listen(port, async (request) => {
    const response = await azure.fetch(request);
    await kept?.commit();
    return response;
  });
  // A start on a port that is taken has written nothing.
  await kept?.commit();
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actual}`,
    azure,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      await closeServer(server);
      await kept?.close();
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

function listen(port: number, answer: (request: Request) => Promise<Response>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        port,
        hostname: "localhost",
        overrideGlobalObjects: false,
        async fetch(request, { incoming }) {
          try {
            return await answer(request);
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
