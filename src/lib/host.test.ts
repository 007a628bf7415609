import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOST_MAX_LENGTH, hostProblem, readHost } from "./host";
import { isAcrHost, isWellFormedHost, registryKindOf } from "./registry-kind";

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
const hostname = fc.tuple(label, label).map(([a, b]) => `${a}.${b}`);
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("readHost", () => {
  it("takes a pasted address apart and names the artifact", () => {
    const reading = readHost("https://ghcr.io/org/repo:tag", "1.4.2");
    expect(reading).toMatchObject({
      host: "ghcr.io",
      kind: "ghcr",
      tag: "tag",
      reference: "org/repo:tag",
      errors: [],
    });
    expect(reading.explanation.join(" ")).toContain("https://");
    expect(reading.explanation.join(" ")).toContain("“org/repo:tag”");
  });

  it("keeps the path prefix in the host where the version's documentation wants it", () => {
    expect(readHost("https://ghcr.io/org/repo:tag", "1.2.154")).toMatchObject({
      host: "ghcr.io/org",
      path: "org",
      reference: "repo:tag",
    });
  });

  it.each([
    ["  Contoso.AzureCR.io/ ", "contoso.azurecr.io"],
    ["docker://ghcr.io", "ghcr.io"],
    ["oci://quay.io/", "quay.io"],
    [
      "docker pull mcr.microsoft.com/azureiotoperations/graph-dataflow-map:1.0.0",
      "mcr.microsoft.com",
    ],
    ["https://registry.contoso.com:5000", "registry.contoso.com:5000"],
    ["registry.contoso.com:5000/team", "registry.contoso.com:5000/team"],
    [`contoso.azurecr.io/graph-simple:1@${digest}`, "contoso.azurecr.io"],
    [`ghcr.io@${digest}`, "ghcr.io"],
    ["https://someone:secret@harbor.contoso.com", "harbor.contoso.com"],
    ["quay.io?tab=tags#x", "quay.io"],
    ["https://ghcr.io/v2/", "ghcr.io"],
    ["https://contoso.azurecr.io/v2/graph/manifests/1.0", "contoso.azurecr.io"],
    ["nginx:latest", "nginx"],
    ["ghcr.io@", "ghcr.io"],
  ])("reads %j as the host %j", (text, host) => {
    expect(readHost(text).host).toBe(host);
  });

  it("never repeats credentials that were pasted", () => {
    const reading = readHost("https://someone:p4ssw0rd@harbor.contoso.com/team");
    expect(JSON.stringify(reading)).not.toContain("p4ssw0rd");
    expect(reading.warnings.join(" ")).toContain("artifact secret");
  });

  it("says http:// cannot work but does not block it", () => {
    const reading = readHost("http://registry.local:5000");
    expect(reading.errors).toEqual([]);
    expect(reading.warnings.join(" ")).toContain("http://");
  });

  it("blocks on length only, as ARM does", () => {
    expect(hostProblem("")).toContain("Enter the hostname");
    expect(hostProblem("ab")).toContain("at least 3");
    expect(hostProblem(`${"a".repeat(60)}.com`)).toContain("at most 63");
    expect(hostProblem("under_score host!")).toBeUndefined();
  });

  it.each([
    ["1.2.154", "ghcr.io", "starts?|start of the artifact reference"],
    ["1.4.0", "ghcr.io/org", "hostname only"],
    ["1.3.1", "ghcr.io/org", "not documented clearly"],
    ["1.2.154", "contoso.azurecr.io/team", "bare hostname"],
  ])("advises version %s on %s", (version, text, expected) => {
    expect(readHost(text, version).warnings.join(" ")).toMatch(new RegExp(expected));
  });

  it("gives a bare hostname of an Azure registry no advice", () => {
    for (const version of ["1.2.154", "1.3.0", "1.4.0", undefined]) {
      expect(readHost("contoso.azurecr.io", version).warnings).toEqual([]);
    }
  });

  it("changes nothing when it reads its own result again", () => {
    const version = fc.constantFrom("1.2.154", "1.3.0", "1.4.0", undefined);
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."aZ0.-_:/@?# v2"), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, version, (pasted, instanceVersion) => {
        const once = readHost(pasted, instanceVersion);
        const twice = readHost(once.host, instanceVersion);
        expect(twice.host).toBe(once.host);
        expect(twice.tag).toBeUndefined();
        expect(twice.digest).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds the parts of any reference, whatever surrounds them", () => {
    const scheme = fc.constantFrom("", "https://", "docker://", "oci://", "HTTPS://");
    const tag = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
    fc.assert(
      fc.property(scheme, hostname, label, label, tag, (prefix, name, org, repo, version) => {
        const reading = readHost(` ${prefix}${name}/${org}/${repo}:${version} `, "1.4.0");
        fc.pre(org !== "v2");
        expect(reading).toMatchObject({
          host: name,
          tag: version,
          reference: `${org}/${repo}:${version}`,
        });
      }),
    );
  });

  it("reads long hostile text in time that grows with its length only", () => {
    const started = performance.now();
    for (const part of ["a-", "a.", "/", "@", ":", "a:b@", " ", "https://", "v2/", "a_"]) {
      const hostile = `${part.repeat(200_000)}!`;
      readHost(hostile);
      isWellFormedHost(hostile);
      isAcrHost(`${hostile}.azurecr.io`);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("never lets a host through that ARM would refuse for its length", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { host, errors } = readHost(text);
        const isTaken = host.length >= 3 && host.length <= HOST_MAX_LENGTH;
        expect(errors.length === 0).toBe(isTaken);
      }),
    );
  });
});

describe("registryKindOf", () => {
  it.each([
    ["contoso.azurecr.io", "acr"],
    ["contoso-a1b2c3.azurecr.us", "acr"],
    ["mcr.microsoft.com", "mcr"],
    ["ghcr.io", "ghcr"],
    ["docker.io", "dockerhub"],
    ["registry-1.docker.io", "dockerhub"],
    ["quay.io", "quay"],
    ["harbor.contoso.com", "harbor"],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com", "ecr"],
    ["123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com", "ecr"],
    ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", "ecr"],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.com", "other"],
    ["123456789012.dkr.ecr.example.com", "other"],
    ["123456789012.dkr.ecr.eu-west-1.notamazonaws.com", "other"],
    ["dkr.ecr.eu-west-1.amazonaws.com", "other"],
    ["public.ecr.aws", "ecr"],
    ["europe-docker.pkg.dev", "gar"],
    ["eu.gcr.io", "gar"],
    ["gcr.io.example.com", "other"],
    ["notquay.io", "other"],
    ["registry.gitlab.com", "gitlab"],
    ["evil.azurecr.io.example.com", "other"],
    ["a.b.azurecr.io", "other"],
  ] as const)("calls %s %s", (name, kind) => {
    expect(registryKindOf(name)).toBe(kind);
  });
});
