import type { AzureClient } from "../azure/client";
import { CLOUDS } from "../lib/clouds";
import { loadConfig, type AppConfig } from "./config";
import { browserConnection } from "./connection";
import type { Session } from "./sign-in/session";

/** Everything that the app needs before it can ask Azure anything. */
export interface StartedApp {
  config: AppConfig;
  session: Session;
  azure: AzureClient;
}

/**
 * Reads the configuration while the sign-in library and the Azure client load, then opens this
 * tab's session. Throws `ConfigError`, or what the sign-in library or a failed download throws.
 */
export async function startApp(): Promise<StartedApp> {
  const [config, { openSession }, { createAzureClient }] = await Promise.all([
    loadConfig(),
    import("./sign-in/open-session"),
    import("../azure/create-azure-client"),
  ]);
  const session = await openSession(config);
  const azure = createAzureClient({
    endpoint: config.resourceManager,
    scope: CLOUDS[config.cloud].scope,
    getToken: session.getToken,
    connection: browserConnection,
  });
  return { config, session, azure };
}
