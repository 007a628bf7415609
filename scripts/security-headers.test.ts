import { expect, test } from "vitest";
import { parseConfig } from "../src/app/config";
import { securityHeaders } from "./security-headers";

const config = parseConfig({
  cloud: "AzureUSGovernment",
  resourceManager: "https://management.usgovcloudapi.net",
  portal: "https://portal.azure.us",
  clientId: "11111111-2222-3333-4444-555555555555",
  authority: "https://login.microsoftonline.us/11111111-2222-3333-4444-555555555555",
});

function directives(header: string | undefined): Record<string, string> {
  const parts = (header ?? "").split("; ").map((part): [string, string] => {
    const end = part.indexOf(" ");
    return [part.slice(0, end), part.slice(end + 1)];
  });
  return Object.fromEntries(parts);
}

test("the app may connect to itself, the configured Resource Manager and sign-in only", () => {
  const { app } = securityHeaders(config, { isHttps: true });
  expect(directives(app["Content-Security-Policy"])["connect-src"]).toBe(
    "'self' https://management.usgovcloudapi.net https://login.microsoftonline.us",
  );
});

test.each([
  ["AzureCloud", "https://management.azure.com https://login.microsoftonline.com"],
  ["AzureUSGovernment", "https://management.usgovcloudapi.net https://login.microsoftonline.us"],
  [
    "AzureChinaCloud",
    "https://management.chinacloudapi.cn https://login.partner.microsoftonline.cn",
  ],
])("a short configuration for %s lets the app connect to that cloud only", (cloud, origins) => {
  const short = parseConfig({ cloud, clientId: config.clientId, tenant: "contoso.example" });
  const { app } = securityHeaders(short, { isHttps: true });
  expect(directives(app["Content-Security-Policy"])["connect-src"]).toBe(`'self' ${origins}`);
});

test("nothing unsafe is allowed, and Trusted Types are required", () => {
  const { app, redirect } = securityHeaders(config, { isHttps: true });
  for (const headers of [app, redirect]) {
    const policy = headers["Content-Security-Policy"];
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
    expect(directives(policy)).toMatchObject({
      "default-src": "'none'",
      "script-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "'none'",
    });
  }
});

test("the redirect page connects to nothing", () => {
  const { redirect } = securityHeaders(config, { isHttps: true });
  expect(directives(redirect["Content-Security-Policy"])).not.toHaveProperty("connect-src");
});

test("strict transport security is for https only", () => {
  expect(securityHeaders(config, { isHttps: false }).app).not.toHaveProperty(
    "Strict-Transport-Security",
  );
  expect(securityHeaders(config, { isHttps: true }).app).toHaveProperty(
    "Strict-Transport-Security",
  );
});
