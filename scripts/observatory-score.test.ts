import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseConfig } from "../src/app/config";
import { observatoryScore } from "./observatory-score";
import { securityHeaders } from "./security-headers";

const config = parseConfig(
  JSON.parse(await readFile(new URL("../config.example.json", import.meta.url), "utf8")),
);
const { app, redirect } = securityHeaders(config, { isHttps: true });

test("what a host is told to send is worth at least 130 points on every path", () => {
  expect(observatoryScore(app)).toBeGreaterThanOrEqual(130);
  expect(observatoryScore(redirect)).toBeGreaterThanOrEqual(130);
});

const policy = (change: (text: string) => string) => ({
  ...app,
  "Content-Security-Policy": change(app["Content-Security-Policy"] ?? ""),
});
const without = (name: string) =>
  Object.fromEntries(Object.entries(app).filter(([header]) => header !== name));

test.each([
  ["nothing at all", {}, 30],
  ["HSTS alone", { "Strict-Transport-Security": "max-age=63072000" }, 50],
  ["no HSTS", without("Strict-Transport-Security"), 80],
  ["no policy", without("Content-Security-Policy"), 55],
  ["no nosniff", without("X-Content-Type-Options"), 125],
  ["no Referrer-Policy", without("Referrer-Policy"), 125],
  ["no CORP", without("Cross-Origin-Resource-Policy"), 120],
  ["inline styles", policy((text) => `${text}; style-src 'unsafe-inline'`), 120],
  [
    "inline scripts",
    policy((text) => text.replace("script-src 'self'", "script-src 'unsafe-inline'")),
    80,
  ],
  [
    "a default of 'self'",
    policy((text) => text.replace("default-src 'none'", "default-src 'self'")),
    125,
  ],
  ["no frame-ancestors", policy((text) => text.replace("frame-ancestors 'none'; ", "")), 80],
])("%s is worth %3$i points", (_, headers, points) => {
  expect(observatoryScore(headers)).toBe(points);
});
