import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dockerConfigJson, dockerConfigKey } from "./docker-config";

interface DockerConfig {
  auths: Record<string, { username: string; password: string; auth: string }>;
}

describe("a docker configuration", () => {
  it("holds one registry's credentials", () => {
    expect(dockerConfigJson({ host: "ghcr.io", username: "octo", password: "p:ä" })).toBe(
      '{"auths":{"ghcr.io":{"username":"octo","password":"p:ä","auth":"b2N0bzpwOsOk"}}}',
    );
  });

  it.each([
    ["docker.io", "https://index.docker.io/v1/"],
    ["Docker.io/library", "https://index.docker.io/v1/"],
    ["registry-1.docker.io", "https://index.docker.io/v1/"],
    ["https://contoso.azurecr.io/", "contoso.azurecr.io"],
    ["ghcr.io/azure-samples/graphs", "ghcr.io"],
    ["harbor.local:8443", "harbor.local:8443"],
  ])("files %s under %s", (host, key) => {
    expect(dockerConfigKey(host)).toBe(key);
  });

  it("keeps any user name and password, which the auth member repeats", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(text, text, (username, password) => {
        const config = JSON.parse(
          dockerConfigJson({ host: "quay.io", username, password }),
        ) as DockerConfig;
        const found = config.auths["quay.io"];
        expect(found).toMatchObject({ username, password });
        expect(Buffer.from(found?.auth ?? "", "base64").toString("utf8")).toBe(
          `${username}:${password}`,
        );
      }),
    );
  });
});
