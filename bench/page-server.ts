import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

export interface PageServer {
  /** Origin, without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/** Serves a folder on a free port of loopback. */
export async function startPageServer(folder: string): Promise<PageServer> {
  const serveFile = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    serveFile(request, response, () => {
      response.writeHead(404).end("Not found");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
