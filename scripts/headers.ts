import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ConfigError, parseConfig } from "../src/app/config";
import { securityHeaders } from "./security-headers";

const { config: file = "config.example.json" } = parseArgs({
  options: { config: { type: "string" } },
}).values;

try {
  const config = parseConfig(JSON.parse(await readFile(file, "utf8")));
  const { app, redirect } = securityHeaders(config, { isHttps: true });
  console.log(`# Headers for ${file}\n`);
  print("/redirect.html", redirect);
  print("/config.json: as below, and", { "Cache-Control": "no-store" });
  print("/assets/*: as below, and", { "Cache-Control": "public, max-age=31536000, immutable" });
  print("every other path, unknown ones answered with /index.html", {
    ...app,
    "Cache-Control": "no-store",
  });
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof SyntaxError || isFileError(error))) {
    throw error;
  }
  console.error(`${file}: ${error.message}`);
  process.exitCode = 1;
}

function print(where: string, headers: Record<string, string>): void {
  console.log(`# ${where}`);
  for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);
  console.log();
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && "code" in error;
}
