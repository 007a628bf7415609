/**
 * The runtime configuration for a local Azure at `origin`, for example `http://localhost:4281`. Made
 * here and served from memory, so that no build holds a configuration that trusts loopback.
 */
export function localConfig(origin: string): Record<string, unknown> {
  const { host } = new URL(origin);
  const tenant = `http://${host}/{tenantid}`;
  return {
    cloud: "AzureCloud",
    resourceManager: `http://${host}`,
    portal: "https://portal.azure.com",
    clientId: "5f0c6a1e-0000-4000-8000-00000000a9b0",
    authority: `https://${host}/72f988bf-0000-4000-8000-00000c047050`,
    knownAuthorities: [host],
    authorityMetadata: {
      issuer: `${tenant}/v2.0`,
      authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenant}/oauth2/v2.0/token`,
      end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
      jwks_uri: `${tenant}/discovery/v2.0/keys`,
    },
  };
}
