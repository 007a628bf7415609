import fc from "fast-check";
import { collections } from "./collections";
import { bodyFrom, strangePath } from "./requests";

/** Bytes for a connection, one character each (latin1), in the pieces in which they are written. */
export interface RawRequest {
  pieces: string[];
  /** How the client leaves: says that nothing more comes, or is gone. */
  end: "half-close" | "destroy";
}

/** Stand for the token of a person and for where the host is, which are not known when bytes are drawn. */
export const TOKEN = "{token}";
export const HOST = "{host}";

/** Mostly right: a message with much that is odd is refused for the first of it. */
const often = <T>(usual: T, ...others: fc.Arbitrary<T>[]) =>
  fc.oneof(
    { weight: 8 * others.length, arbitrary: fc.constant(usual) },
    ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
  );

const bytes = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});

const method = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom("GET", "PUT", "PUT", "PATCH", "POST", "DELETE") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...["HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "M-SEARCH", "QUERY", "PRI", "get"],
      ...["", "G E T", "GET\t", "\0", "A".repeat(5_000)],
    ),
  },
  { weight: 1, arbitrary: bytes },
);

const target = (path: string, version: string) =>
  often(
    `${path}?api-version=${version}`,
    strangePath,
    bytes,
    fc.constantFrom(
      ...["*", "", "x", "//x/y", "/%", "/%E0%A4%A", "/\0", "http://[::1", "ftp://evil.example/"],
      ...[`http://evil.example${path}`, "localhost:1", `/${"a".repeat(20_000)}`, "/?api-version="],
      ...["/_emulator/", "/_emulator/state", "/common/oauth2/v2.0/token", "/common/x"],
    ),
  );

const version = often(
  "HTTP/1.1",
  fc.constantFrom("HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "HTTP/1.12", "http/1.1", "", "HTTP"),
);

const host = often(
  `Host: ${HOST}`,
  fc.constantFrom(
    ...["", "Host:", "Host: a b<>", "Host: user@evil.example:99999", "Host: [::1", "Host: \u00e4"],
    ...[`Host: ${HOST}\r\nHost: evil.example`, "Host : x", "host: LOCALHOST"],
  ),
);

/** Lines that a header may have beside the usual ones. */
const more = often<string[]>(
  [],
  fc.array(
    fc.oneof(
      bytes.map((text) => `X-Any: ${text}`),
      bytes,
      fc.constantFrom(
        ...["no colon", ": no name", "X-A: a\r\n folded", "X-\0: a", "X-A: \0", "X-A:\u00ff\u00fe"],
        ...["Expect: 100-continue", "Expect: tea", "Connection: close", "Connection: Upgrade"],
        ...["Upgrade: websocket", "Upgrade: h2c", "Connection: keep-alive, x", "Trailer: x"],
        ...["Origin: http://localhost:1", "Origin: \u00ff", "Access-Control-Request-Method: PUT"],
        ...["x-ms-client-request-id: \u00ff", "Accept-Encoding: gzip, x", "Authorization: Bearer"],
        ...["Content-Type: text/plain", "Content-Encoding: gzip", "If-Match: *"],
      ),
      fc.constantFrom(1_000, 8_000, 17_000, 70_000).map((size) => `X-Long: ${"a".repeat(size)}`),
      fc.constantFrom(100, 2_500).map((count) => "X: a\r\n".repeat(count).trimEnd()),
    ),
    { minLength: 1, maxLength: 2 },
  ),
);

/** How a body says how long it is: rightly, or in any other way. */
const framed = (body: string) => {
  const chunk = `${body.length.toString(16)}\r\n${body}\r\n`;
  const length = (told: number | string) => `Content-Length: ${told}\r\n\r\n${body}`;
  const chunked = (text: string) => `Transfer-Encoding: chunked\r\n\r\n${text}`;
  return often(
    length(body.length),
    fc.constant(chunked(`${chunk}0\r\n\r\n`)),
    fc.constantFrom(
      ...[length(body.length + 7), length(Math.max(body.length - 3, 0)), length(0)],
      ...[
        length(-1),
        length("x"),
        length(""),
        length("1e3"),
        length("9".repeat(30)),
        `\r\n${body}`,
      ],
      `Content-Length: 1\r\n${length(body.length)}`,
      `Content-Length: ${body.length}\r\n${chunked(`${chunk}0\r\n\r\n`)}`,
    ),
    fc.constantFrom(
      ...[chunked(chunk), chunked(`${chunk}0\r\nX: trailer\r\n\r\n`), chunked(`zz\r\n${body}`)],
      ...[chunked(`ffffffffffffffffff\r\n${body}`), chunked(`-5\r\n${body}`), chunked("")],
      ...[chunked(`5;x="y"\r\nabcde\r\n0\r\n\r\n`), `Transfer-Encoding: gzip\r\n\r\n${body}`],
      `Transfer-Encoding: chunked, chunked\r\n\r\n${chunk}0\r\n\r\n`,
    ),
  );
};

const message = fc
  .constantFrom(...collections)
  .chain(([path, apiVersion, body]) =>
    fc.tuple(
      ...[method, target(`${path}/abcde`, apiVersion), version, host, more],
      fc
        .oneof({ weight: 9, arbitrary: bodyFrom(body) }, bytes)
        .chain((text = "") => framed(latin1(text))),
    ),
  )
  .map(([asked, place, protocol, sentHost, lines, end]) => {
    const usual = [`Authorization: Bearer ${TOKEN}`, "Content-Type: application/json"];
    const head = [`${asked} ${place} ${protocol}`, sentHost, ...usual, ...lines].filter(Boolean);
    return `${head.join("\r\n")}\r\n${end}`;
  });

const percent = fc.integer({ min: 0, max: 100 });

/** One or more messages, whole or cut off anywhere, written at once or in two pieces. */
export const rawRequest: fc.Arbitrary<RawRequest> = fc
  .record({
    messages: fc.array(fc.oneof({ weight: 12, arbitrary: message }, bytes), {
      minLength: 1,
      maxLength: 3,
    }),
    kept: often(100, percent),
    cut: percent,
    end: often<RawRequest["end"]>("half-close", fc.constant("destroy")),
  })
  .map(({ messages, kept, cut, end }) => {
    const whole = messages.join("");
    const sent = whole.slice(0, Math.ceil((whole.length * kept) / 100));
    const at = Math.floor((sent.length * cut) / 100);
    return { pieces: [sent.slice(0, at), sent.slice(at)], end };
  });

/** The bytes of a text, each as a character. */
function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}
