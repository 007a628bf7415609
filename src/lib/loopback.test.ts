import { expect, test } from "vitest";
import { isLoopbackHttp, isSecureOrLoopback } from "./loopback";

test.each([
  ["https://management.azure.com", true, false],
  ["https://localhost", true, false],
  ["http://localhost:4281/path", true, true],
  ["http://LOCALHOST", true, true],
  ["http://127.0.0.1:4281", true, true],
  ["http://[::1]:4281", true, true],
  ["http://localhost.evil.example", false, false],
  ["http://localhost@evil.example", false, false],
  ["http://management.azure.com", false, false],
  ["ftp://localhost", false, false],
])("%s may be talked to: %s; as plain http on this machine: %s", (text, isSafe, isLoopback) => {
  expect(isSecureOrLoopback(new URL(text))).toBe(isSafe);
  expect(isLoopbackHttp(new URL(text))).toBe(isLoopback);
});
