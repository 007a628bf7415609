import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { endpointExports, type EndpointExport } from "./endpoint-exports";
import { bicepString } from "./export-bicep";
import type { ExportableBody, ExportSource } from "./export-source";
import { shellWord } from "./shell-word";

const group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/myResourceGroup";

function sourceOf(
  body: ExportableBody["properties"],
  change: Partial<ExportSource> = {},
): ExportSource {
  return {
    id: `${group}/providers/Microsoft.IoTOperations/instances/my-aio-instance/registryEndpoints/acr-endpoint`,
    instanceName: "my-aio-instance",
    resourceGroup: "myResourceGroup",
    subscriptionId: "11111111-1111-1111-1111-111111111111",
    customLocationId: `${group}/providers/Microsoft.ExtendedLocation/customLocations/my-custom-location`,
    body: { properties: body },
    ...change,
  };
}

function codeOf(id: EndpointExport["id"], source: ExportSource): string {
  return endpointExports(source).find((entry) => entry.id === id)?.code ?? "";
}

const systemIdentity = {
  host: "myregistry.azurecr.io",
  authentication: {
    method: "SystemAssignedManagedIdentity",
    systemAssignedManagedIdentitySettings: { audience: "https://management.azure.com/" },
  },
};
const anonymous = {
  host: "mcr.microsoft.com",
  authentication: { method: "Anonymous", anonymousSettings: {} },
};
const userIdentity = {
  host: "myregistry.azurecr.io",
  authentication: {
    method: "UserAssignedManagedIdentity",
    userAssignedManagedIdentitySettings: {
      clientId: "CLIENT",
      tenantId: "TENANT",
      scope: "api://x/.default",
    },
  },
};
const pullSecret = {
  host: "ghcr.io",
  authentication: {
    method: "ArtifactPullSecret",
    artifactPullSecretSettings: { secretRef: "my-registry-secret" },
  },
  codeSigningCas: [
    { type: "Secret", secretRef: "signing" },
    { type: "ConfigMap", configMapRef: "roots" },
  ],
};

describe("the documented examples", () => {
  it("gives the documented Bicep file with today's API versions", () => {
    expect(codeOf("bicep", sourceOf(systemIdentity)))
      .toBe(`param aioInstanceName string = 'my-aio-instance'
param customLocationName string = 'my-custom-location'
param registryEndpointName string = 'acr-endpoint'
param registryHost string = 'myregistry.azurecr.io'

resource aioInstance 'Microsoft.IoTOperations/instances@2026-07-01' existing = {
  name: aioInstanceName
}

resource customLocation 'Microsoft.ExtendedLocation/customLocations@2021-08-15' existing = {
  name: customLocationName
}

resource registryEndpoint 'Microsoft.IoTOperations/instances/registryEndpoints@2026-07-01' = {
  parent: aioInstance
  name: registryEndpointName
  extendedLocation: {
    name: customLocation.id
    type: 'CustomLocation'
  }
  properties: {
    host: registryHost
    authentication: {
      method: 'SystemAssignedManagedIdentity'
      systemAssignedManagedIdentitySettings: {
        audience: 'https://management.azure.com/'
      }
    }
  }
}
`);
  });

  it("gives the documented Kubernetes manifest under a warning", () => {
    const code = codeOf("kubernetes", sourceOf(systemIdentity));
    expect(code.replace(/^(#.*\n|\n)*/, ""))
      .toBe(`apiVersion: connectivity.iotoperations.azure.com/v1beta1
kind: RegistryEndpoint
metadata:
  name: acr-endpoint
  namespace: azure-iot-operations
spec:
  host: myregistry.azurecr.io
  authentication:
    method: SystemAssignedManagedIdentity
    systemAssignedManagedIdentitySettings:
      audience: https://management.azure.com/
`);
    expect(code).toContain("# Applied with kubectl, this endpoint exists on the cluster only");
  });

  it("gives the documented command under the command's present name", () => {
    expect(codeOf("cli", sourceOf(systemIdentity))).toBe(`az iot ops registry create \\
  --subscription 11111111-1111-1111-1111-111111111111 \\
  --resource-group myResourceGroup \\
  --instance my-aio-instance \\
  --name acr-endpoint \\
  --host myregistry.azurecr.io \\
  --auth-type SystemAssignedManagedIdentity \\
  --audience https://management.azure.com/
`);
  });

  it.each([
    [anonymous, "authentication: {\n      method: 'Anonymous'\n      anonymousSettings: {}\n    }"],
    [
      pullSecret,
      "artifactPullSecretSettings: {\n        secretRef: 'my-registry-secret'\n      }\n    }\n    codeSigningCas: [\n      {\n        type: 'Secret'\n        secretRef: 'signing'\n      }",
    ],
    [
      userIdentity,
      "clientId: 'CLIENT'\n        tenantId: 'TENANT'\n        scope: 'api://x/.default'",
    ],
  ])("writes the documented authentication block %#", (body, expected) => {
    expect(codeOf("bicep", sourceOf(body))).toContain(expected);
  });

  it("names every setting of each method on the command line", () => {
    expect(codeOf("cli", sourceOf(anonymous))).toContain("--auth-type Anonymous\n");
    expect(codeOf("cli", sourceOf(userIdentity))).toContain(
      "--client-id CLIENT \\\n  --tenant-id TENANT \\\n  --scope api://x/.default\n",
    );
    expect(codeOf("cli", sourceOf(pullSecret))).toContain(
      "--secret-ref my-registry-secret \\\n  --cs-secret-refs signing \\\n  --cs-config-map-refs roots\n",
    );
  });

  it("writes a deployment template with the whole body", () => {
    expect(JSON.parse(codeOf("arm", sourceOf(pullSecret)))).toEqual({
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      resources: [
        {
          type: "Microsoft.IoTOperations/instances/registryEndpoints",
          apiVersion: "2026-07-01",
          name: "my-aio-instance/acr-endpoint",
          extendedLocation: { name: sourceOf(anonymous).customLocationId, type: "CustomLocation" },
          properties: pullSecret,
        },
      ],
    });
  });

  it("scopes a custom location of another resource group", () => {
    const customLocationId =
      "/subscriptions/2/resourceGroups/other/providers/Microsoft.ExtendedLocation/customLocations/cl";
    expect(codeOf("bicep", sourceOf(anonymous, { customLocationId }))).toContain(
      "  name: customLocationName\n  scope: resourceGroup('2', 'other')\n",
    );
  });
});

describe("escaping", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."a'\"\\$`{}[](); \n\t#:-!&|") }),
  );

  it("keeps any text a text in YAML", () => {
    fc.assert(
      fc.property(text, text, (host, secretRef) => {
        const body = {
          host,
          authentication: {
            method: "ArtifactPullSecret",
            artifactPullSecretSettings: { secretRef },
          },
        };
        expect(parse(codeOf("kubernetes", sourceOf(body)))).toMatchObject({ spec: body });
      }),
      { examples: [["", " \n"]] },
    );
  });

  it("keeps any text a text in an ARM template", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((inner) => `[${inner}]`),
        ),
        (host) => {
          const template = JSON.parse(codeOf("arm", sourceOf({ ...anonymous, host }))) as {
            resources: [{ properties: { host: string } }];
          };
          const written = template.resources[0].properties.host;
          const isExpression =
            written.startsWith("[") && !written.startsWith("[[") && written.endsWith("]");
          expect(isExpression).toBe(false);
          expect(
            written.startsWith("[[") && written.endsWith("]") ? written.slice(1) : written,
          ).toBe(host);
        },
      ),
    );
  });

  it("keeps any text one word of a shell", () => {
    fc.assert(
      fc.property(text, (word) => {
        expect(shellWords(shellWord(word))).toEqual([word]);
      }),
    );
  });

  it("keeps a value from becoming a flag or a second command", () => {
    const words = shellWords(
      codeOf("cli", sourceOf({ ...anonymous, host: "-x; rm -rf / #$(id)" })),
    );
    expect(words).toContain("--host=-x; rm -rf / #$(id)");
  });

  it("gives no command where Azure CLI would read a value from a file", () => {
    const code = codeOf("cli", sourceOf({ ...anonymous, host: "@~/.ssh/id_rsa" }));
    expect(code).toMatch(/^# /);
    expect(code).not.toContain("id_rsa");
  });

  it("keeps any text a text in Bicep", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(fromBicepString(bicepString(value))).toBe(value);
      }),
    );
  });
});

/** Splits a command as a POSIX shell would, for the quoting that the exports use. */
function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < command.length; at += 1) {
    const char = command.charAt(at);
    if (char === "'") {
      const end = command.indexOf("'", at + 1);
      word = (word ?? "") + command.slice(at + 1, end);
      at = end;
    } else if (char === "\\" && command.charAt(at + 1) === "\n") {
      at += 1;
    } else if (char === "\\") {
      at += 1;
      word = (word ?? "") + command.charAt(at);
    } else if (char === " " || char === "\n") {
      words.push(...(word === undefined ? [] : [word]));
      word = undefined;
    } else {
      expect('"$`;&|<>(){}[]*?#~!').not.toContain(char);
      word = (word ?? "") + char;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** Reads a Bicep string back as the compiler does; an unescaped quote or interpolation is an error. */
function fromBicepString(literal: string): string {
  const inner = literal.slice(1, -1);
  let text = "";
  for (let at = 0; at < inner.length; at += 1) {
    const char = inner.charAt(at);
    if (char === "'" || (char === "$" && inner.charAt(at + 1) === "{") || char === "\n") {
      throw new Error(`Unescaped ${JSON.stringify(char)} at ${at}`);
    }
    if (char === "\\") {
      at += 1;
      const escaped = inner.charAt(at);
      text += { n: "\n", r: "\r", t: "\t" }[escaped] ?? escaped;
    } else {
      text += char;
    }
  }
  return text;
}
