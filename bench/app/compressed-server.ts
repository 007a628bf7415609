import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { PageServer } from "../page-server";

const TEXT = /javascript|css|html|json|svg/;

const OF_THE_CONNECTION = ["connection", "content-length", "keep-alive"];

/** What a static host does and the local one does not: texts go compressed. */
export async function startCompressedServer(origin: string): Promise<PageServer> {
  const kept = new Map<string, Buffer>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "/";
    const { status, headers, body } = await get(origin + path);
    const type = headers.get("content-type") ?? "";
    response.setHeaders(
      new Map([...headers].filter(([name]) => !OF_THE_CONNECTION.includes(name))),
    );
    if (!TEXT.test(type)) {
      response.writeHead(status).end(body);
      return;
    }
    const compressed = kept.get(path) ?? gzipSync(body, { level: 9 });
    if (path.startsWith("/assets/")) kept.set(path, compressed);
    response.writeHead(status, { "Content-Encoding": "gzip" }).end(compressed);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
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

async function get(url: string) {
  const answer = await fetch(url);
  return {
    status: answer.status,
    headers: answer.headers,
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
