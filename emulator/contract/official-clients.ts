import { AuthorizationManagementClient } from "@azure/arm-authorization";
import { ContainerRegistryManagementClient } from "@azure/arm-containerregistry";
import { KeyVaultManagementClient } from "@azure/arm-keyvault";
import { ManagedServiceIdentityClient } from "@azure/arm-msi";
import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import { SubscriptionClient } from "@azure/arm-resources-subscriptions";
import { isRestError, type PipelinePolicy, type RestError } from "@azure/core-rest-pipeline";
import { CONTOSO_TENANT_ID, personaOf, type PersonaKey } from "../entra/personas";
import { startLocalAzure } from "../hosts/node-host";
import { subscriptionIds } from "../scenarios/contoso-names";

/** A local Azure on a port of its own, and Microsoft's clients that talk to it over HTTP. */
export async function startWithClients() {
  const running = await startLocalAzure({ port: 0, scenario: "contoso" });
  const { azure, url } = running;

  const tokenOf = async (key: PersonaKey) => {
    const { clientId, clientSecret } = personaOf(key);
    const response = await fetch(`${url}/${CONTOSO_TENANT_ID}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
        scope: "https://management.azure.com/.default",
      }),
    });
    const body = (await response.json()) as { access_token: string };
    return body.access_token;
  };

  /** The clients' own policy refuses to send a token without TLS; this one takes its place. */
  const signIn = (key: PersonaKey): PipelinePolicy => ({
    name: "signIn",
    async sendRequest(request, next) {
      request.headers.set("authorization", `Bearer ${await tokenOf(key)}`);
      return next(request);
    },
  });

  /** Lets operations end before they are asked about, so that nothing waits for the machine's time. */
  const inNoTime: PipelinePolicy = {
    name: "inNoTime",
    sendRequest(request, next) {
      if (request.method === "GET") azure.clock.advance(5_000);
      return next(request);
    },
  };
  const options = {
    endpoint: url,
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy: inNoTime, position: "perCall" as const }],
  };

  /** The clients of one persona, for one subscription where a client is made for one. */
  const clientsOf = (key: PersonaKey = "admin", subscription: string = subscriptionIds.europe) => {
    // Never asked: see `signIn`.
    const credential = { getToken: () => Promise.resolve(null) };
    const clients = {
      keyVault: new KeyVaultManagementClient(credential, subscription, options),
      registry: new ContainerRegistryManagementClient(credential, subscription, options),
      authorization: new AuthorizationManagementClient(credential, subscription, options),
      identity: new ManagedServiceIdentityClient(credential, subscription, options),
      subscriptions: new SubscriptionClient(credential, options),
      graph: new ResourceGraphClient(credential, options),
    };
    for (const { pipeline } of Object.values(clients)) {
      pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" });
      pipeline.addPolicy(signIn(key));
    }
    return clients;
  };
  /** Posts to the control API, as whoever tests against this Azure from outside would. */
  const control = async (route: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const { ok, status } = await fetch(`${url}/_emulator/${route}`, init);
    if (!ok) throw new Error(`${route}: ${status}`);
  };
  return { azure, clientsOf, control, close: () => running.close() };
}

/** Everything that a paged list holds, page by page. */
export async function pagesOf<T>(list: { byPage: () => AsyncIterable<T[]> }): Promise<T[][]> {
  const pages: T[][] = [];
  for await (const page of list.byPage()) pages.push([...page]);
  return pages;
}

/** The status and code that a call of a client is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<[number | undefined, unknown]> {
  const error: unknown = await call.then(
    () => new Error("The call was accepted."),
    (thrown: unknown) => thrown,
  );
  if (!isRestError(error)) throw error;
  return [error.statusCode, codeOf(error)];
}

/** Generated clients differ in where they put ARM's error. */
function codeOf({ code, details }: RestError): unknown {
  const body = details as { error?: { code?: string } } | undefined;
  return body?.error?.code ?? code;
}
