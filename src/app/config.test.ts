import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ConfigError, MissingConfigError, loadConfig, parseConfig, tokenOrigin } from "./config";

const HTML = { "Content-Type": "text/html; charset=utf-8" };

const real = {
  cloud: "AzureCloud",
  resourceManager: "https://management.azure.com",
  portal: "https://portal.azure.com",
  clientId: "11111111-2222-3333-4444-555555555555",
  authority: "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555",
};

const metadata = {
  issuer: "http://localhost:4281/{tenantid}/v2.0",
  authorization_endpoint: "http://localhost:4281/{tenantid}/oauth2/v2.0/authorize",
  token_endpoint: "http://localhost:4281/{tenantid}/oauth2/v2.0/token",
  end_session_endpoint: "http://localhost:4281/{tenantid}/oauth2/v2.0/logout",
  jwks_uri: "http://localhost:4281/{tenantid}/discovery/v2.0/keys",
};

function wrongMember(change: Record<string, unknown>): string | undefined {
  try {
    parseConfig({ ...real, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error.member;
  }
  return undefined;
}

test("a configuration for Azure is accepted as it is", () => {
  expect(parseConfig(real)).toEqual(real);
});

test("the example that hosts start from is accepted, and trusts nothing but Microsoft's origins", () => {
  const config = parseConfig(JSON.parse(readFileSync("config.example.json", "utf8")));
  expect(tokenOrigin(config)).toBe("https://login.microsoftonline.com");
  expect(config.resourceManager).toBe("https://management.azure.com");
});

test.each([
  ["is not there", new Response("", { status: 404 })],
  ["is answered with the app", new Response("<!doctype html>", { headers: HTML })],
])("a config.json that %s is said to be missing", async (_, response) => {
  vi.stubGlobal("fetch", () => Promise.resolve(response));
  await expect(loadConfig()).rejects.toBeInstanceOf(MissingConfigError);
  vi.unstubAllGlobals();
});

test("a config.json that is no JSON is there, but wrong", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("{")));
  await expect(loadConfig()).rejects.not.toBeInstanceOf(MissingConfigError);
  vi.unstubAllGlobals();
});

test("the origin loses a trailing slash", () => {
  const config = parseConfig({ ...real, resourceManager: "https://management.azure.com/" });
  expect(config.resourceManager).toBe("https://management.azure.com");
});

test.each([
  ["cloud", "azure"],
  ["cloud", undefined],
  ["resourceManager", "management.azure.com"],
  ["resourceManager", "http://management.azure.com"],
  ["resourceManager", "http://localhost.evil.example"],
  ["resourceManager", "https://management.azure.com/subscriptions"],
  ["resourceManager", "https://user:secret@management.azure.com"],
  ["portal", 5],
  ["portal", "javascript:alert(1)"],
  ["clientId", "my-app"],
  ["authority", "http://localhost:4281/contoso"],
  ["authority", "https://login.microsoftonline.com"],
  ["authority", "https://login.microsoftonline.com/a/b"],
  ["knownAuthorities", "localhost:4281"],
  ["knownAuthorities", ["https://localhost:4281"]],
  ["authorityMetadata", "{"],
  ["authorityMetadata", { ...metadata, token_endpoint: "http://login.example/token" }],
  ["authorityMetadata", { ...metadata, jwks_uri: undefined }],
])("a wrong %s is named: %j", (member, value) => {
  expect(wrongMember({ [member]: value })).toBe(member);
});

test("something that is no object is said to be no object", () => {
  expect(() => parseConfig([])).toThrow("config.json must be an object.");
});

test("plain http is allowed on loopback", () => {
  for (const origin of ["http://localhost:4281", "http://127.0.0.1:4281", "http://[::1]:4281"]) {
    expect(parseConfig({ ...real, resourceManager: origin }).resourceManager).toBe(origin);
  }
});

test("authority metadata may be an object or its JSON text", () => {
  const fromObject = parseConfig({ ...real, authorityMetadata: metadata });
  const fromText = parseConfig({ ...real, authorityMetadata: JSON.stringify(metadata) });
  expect(fromObject.authorityMetadata).toBe(fromText.authorityMetadata);
});

test("tokens come from the authority where there is no metadata", () => {
  expect(tokenOrigin(parseConfig(real))).toBe("https://login.microsoftonline.com");
});

test.each([
  [
    "AzureCloud",
    {
      resourceManager: "https://management.azure.com",
      portal: "https://portal.azure.com",
      authority: "https://login.microsoftonline.com/contoso.example",
    },
  ],
  [
    "AzureUSGovernment",
    {
      resourceManager: "https://management.usgovcloudapi.net",
      portal: "https://portal.azure.us",
      authority: "https://login.microsoftonline.us/contoso.example",
    },
  ],
  [
    "AzureChinaCloud",
    {
      resourceManager: "https://management.chinacloudapi.cn",
      portal: "https://portal.azure.cn",
      authority: "https://login.partner.microsoftonline.cn/contoso.example",
    },
  ],
])("%s fills in what a short configuration leaves out", (cloud, rest) => {
  const { clientId } = real;
  const config = parseConfig({ cloud, clientId, tenant: "contoso.example" });
  expect(config).toEqual({ cloud, clientId, ...rest });
  expect(tokenOrigin(config)).toBe(new URL(rest.authority).origin);
  const given = { portal: "https://portal.contoso.example", authority: real.authority };
  expect(parseConfig({ cloud, clientId, ...given })).toEqual({
    cloud,
    clientId,
    ...rest,
    ...given,
  });
});

test.each([undefined, "", "a/b", "..", 5])("the tenant %j is no tenant", (tenant) => {
  expect(wrongMember({ authority: undefined, tenant })).toBe("tenant");
});
