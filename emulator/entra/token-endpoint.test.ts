import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from "jose";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { app, createTestAzure, origin, send, type TestAzure } from "../test-azure";
import {
  CONTOSO_TENANT_ID,
  FABRIKAM_TENANT_ID,
  personaOf,
  PORTAL_CLIENT_ID,
  type PersonaKey,
} from "./personas";

const verifier = "v".repeat(43);
const arm = "https://management.azure.com/user_impersonation";
const scope = `${arm} openid profile offline_access`;
const redirectUri = `${app}/redirect.html`;

async function codeFor(
  azure: TestAzure,
  key: PersonaKey = "reader",
  tenant = CONTOSO_TENANT_ID,
): Promise<string> {
  const query = new URLSearchParams({
    ...{ client_id: PORTAL_CLIENT_ID, scope, redirect_uri: redirectUri, response_type: "code" },
    ...{ response_mode: "fragment", nonce: "nonce-1", code_challenge_method: "S256" },
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  });
  const response = await azure.fetch(
    new Request(`${origin}/${tenant}/oauth2/v2.0/authorize?${query.toString()}`, {
      method: "POST",
      body: new URLSearchParams({ account: key }),
    }),
  );
  const fragment = response.headers.get("location")?.split("#")[1];
  return new URLSearchParams(fragment).get("code") ?? "";
}

const codeForm = (code: string) => ({
  ...{ grant_type: "authorization_code", client_id: PORTAL_CLIENT_ID, scope, code },
  ...{ redirect_uri: redirectUri, code_verifier: verifier, client_info: "1" },
});

const refreshForm = (token: unknown) => ({
  ...{
    grant_type: "refresh_token",
    client_id: PORTAL_CLIENT_ID,
    scope,
    refresh_token: String(token),
  },
});

async function signIn(azure: TestAzure, key?: PersonaKey) {
  return (await azure.token(codeForm(await codeFor(azure, key)))).body;
}

test("a code becomes tokens that verify with the published key", async () => {
  const azure = createTestAzure();
  const { status, body } = await azure.token({
    ...codeForm(await codeFor(azure)),
    claims: JSON.stringify({
      access_token: { xms_cc: { values: ["CP1"] } },
      id_token: { signin_state: null },
    }),
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    token_type: "Bearer",
    expires_in: 3_600,
    refresh_token_expires_in: 86_400,
    scope,
  });
  const { objectId } = personaOf("reader");
  expect(JSON.parse(Buffer.from(String(body.client_info), "base64url").toString())).toEqual({
    uid: objectId,
    utid: CONTOSO_TENANT_ID,
  });

  const metadata = await send(azure, `/${CONTOSO_TENANT_ID}/v2.0/.well-known/openid-configuration`);
  const keys = await send(azure, String(metadata.body.jwks_uri));
  const keySet = createLocalJWKSet(keys.body as unknown as JSONWebKeySet);
  const currentDate = new Date(azure.clock.now());
  const idToken = await jwtVerify(String(body.id_token), keySet, {
    ...{ issuer: String(metadata.body.issuer), audience: PORTAL_CLIENT_ID, currentDate },
  });
  expect(idToken.payload).toMatchObject({
    ...{ oid: objectId, tid: CONTOSO_TENANT_ID, nonce: "nonce-1", name: "Rhea Patel" },
    preferred_username: "rhea@contoso.example",
  });
  const accessToken = await jwtVerify(String(body.access_token), keySet, {
    ...{
      issuer: `${origin}/${CONTOSO_TENANT_ID}/`,
      audience: "https://management.azure.com",
      currentDate,
    },
  });
  expect(accessToken.payload).toMatchObject({
    ...{
      oid: objectId,
      tid: CONTOSO_TENANT_ID,
      upn: "rhea@contoso.example",
      scp: "user_impersonation",
    },
    ...{ appid: PORTAL_CLIENT_ID, idtyp: "user", xms_cc: ["CP1"] },
  });
});

test("a code works once, with its verifier, its redirect URI and from a browser", async () => {
  const azure = createTestAzure();
  const code = await codeFor(azure);
  expect((await azure.token(codeForm(code), {})).body.error_codes).toEqual([9002327]);
  expect((await azure.token(codeForm(code))).status).toBe(200);
  expect((await azure.token(codeForm(code))).body).toMatchObject({
    error: "invalid_grant",
    error_codes: [54005],
  });
  const wrongVerifier = { ...codeForm(await codeFor(azure)), code_verifier: "w".repeat(43) };
  expect((await azure.token(wrongVerifier)).body).toMatchObject({
    error: "invalid_grant",
    error_codes: [501481],
  });
  const wrongUri = {
    ...codeForm(await codeFor(azure)),
    redirect_uri: "http://localhost:1/redirect.html",
  };
  expect((await azure.token(wrongUri)).body).toMatchObject({
    error: "invalid_grant",
    error_codes: [500112],
  });
});

test("a code expires after ten minutes", async () => {
  const azure = createTestAzure();
  const code = await codeFor(azure);
  azure.clock.advance(10 * 60_000);
  expect((await azure.token(codeForm(code))).body).toMatchObject({
    error: "invalid_grant",
    error_codes: [70008],
  });
});

test("errors have Entra's shape, with the caller's correlation id", async () => {
  const azure = createTestAzure();
  const answer = await send(
    azure,
    `/${CONTOSO_TENANT_ID}/oauth2/v2.0/token?client-request-id=c-1`,
    {
      method: "POST",
      headers: { origin: app },
      body: new URLSearchParams(codeForm("nonsense")),
    },
  );
  expect(answer.status).toBe(400);
  expect(answer.headers.get("access-control-allow-origin")).toBe(app);
  expect(answer.body).toEqual({
    error: "invalid_grant",
    error_description: expect.stringMatching(
      /^AADSTS9002313: .* Trace ID: \S+ Correlation ID: c-1 Timestamp: 2026-11-21 08:00:00Z$/,
    ) as unknown,
    error_codes: [9002313],
    timestamp: "2026-11-21 08:00:00Z",
    trace_id: expect.any(String) as unknown,
    correlation_id: "c-1",
  });
});

test("a refresh token is replaced by each use, and a second use ends the sign-in", async () => {
  const azure = createTestAzure();
  const first = await signIn(azure);
  const second = await azure.token(refreshForm(first.refresh_token));
  expect(second.status).toBe(200);
  expect(second.body.refresh_token).not.toBe(first.refresh_token);
  expect(decodeJwt(String(second.body.id_token)).nonce).toBeUndefined();
  const replayed = await azure.token(refreshForm(first.refresh_token));
  expect(replayed.body).toMatchObject({ error: "invalid_grant", suberror: "bad_token" });
  expect((await azure.token(refreshForm(second.body.refresh_token))).body.error).toBe(
    "invalid_grant",
  );
});

test("refresh tokens live 24 hours from the sign-in, however often they are renewed", async () => {
  const azure = createTestAzure();
  const first = await signIn(azure);
  azure.clock.advance(23 * 3_600_000);
  const second = await azure.token(refreshForm(first.refresh_token));
  expect(second.body.refresh_token_expires_in).toBe(3_600);
  azure.clock.advance(3_600_000);
  expect((await azure.token(refreshForm(second.body.refresh_token))).body).toMatchObject({
    ...{ error: "invalid_grant", error_codes: [700084] },
  });
});

test("a refused scope does not use a refresh token up", async () => {
  const azure = createTestAzure();
  const { refresh_token: token } = await signIn(azure);
  const refused = await azure.token({
    ...refreshForm(token),
    scope: "https://vault.azure.net/.default",
  });
  expect(refused.body.error).toBe("invalid_resource");
  expect((await azure.token(refreshForm(token))).status).toBe(200);
});

test("the guest gets tokens of the tenant that is asked, and nobody of Contoso those of Fabrikam", async () => {
  const azure = createTestAzure();
  const guest = await signIn(azure, "guest");
  expect(decodeJwt(String(guest.access_token)).tid).toBe(CONTOSO_TENANT_ID);
  const home = await azure.token(
    refreshForm(guest.refresh_token),
    { origin: app },
    FABRIKAM_TENANT_ID,
  );
  expect(decodeJwt(String(home.body.access_token)).tid).toBe(FABRIKAM_TENANT_ID);
  const reader = await signIn(azure);
  const refused = await azure.token(
    refreshForm(reader.refresh_token),
    { origin: app },
    FABRIKAM_TENANT_ID,
  );
  expect(refused.body).toMatchObject({ error: "invalid_grant", error_codes: [50020] });
});

test("organizations is everybody's home tenant", async () => {
  const azure = createTestAzure();
  const code = await codeFor(azure, "guest", "organizations");
  const { body } = await azure.token(codeForm(code), { origin: app }, "organizations");
  expect(decodeJwt(String(body.access_token)).tid).toBe(FABRIKAM_TENANT_ID);
});

test("a script signs in with its persona's client id and secret, in the form or as Basic", async () => {
  const azure = createTestAzure();
  const { clientId, clientSecret, objectId } = personaOf("operator");
  const form = { grant_type: "client_credentials", scope: "https://management.azure.com/.default" };
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  const { status, body } = await azure.token(form, { authorization: basic });
  expect(status).toBe(200);
  expect(body.refresh_token).toBeUndefined();
  expect(decodeJwt(String(body.access_token))).toMatchObject({
    oid: objectId,
    appid: clientId,
    idtyp: "app",
  });

  const wrong = await azure.token({ ...form, client_id: clientId, client_secret: "guess" }, {});
  expect([wrong.status, wrong.body.error]).toEqual([401, "invalid_client"]);
  const narrow = { ...form, client_id: clientId, client_secret: clientSecret, scope: arm };
  expect((await azure.token(narrow, {})).body.error).toBe("invalid_scope");
});

test("faults make the token endpoint refuse as Entra does", async () => {
  const azure = createTestAzure();
  const { refresh_token: token } = await signIn(azure);
  const claims = '{"access_token":{"nbf":{"essential":true}}}';
  azure.faults.add({
    match: { operation: "token refresh_token" },
    count: 1,
    effect: {
      entra: { error: "interaction_required", number: 50076, suberror: "basic_action", claims },
    },
  });
  azure.faults.add({
    match: { operation: "token" },
    count: 1,
    effect: { status: 429, headers: { "Retry-After": "7" } },
  });
  const challenged = await azure.token(refreshForm(token));
  expect(challenged.body).toMatchObject({
    error: "interaction_required",
    suberror: "basic_action",
    claims,
  });
  const throttled = await azure.token(refreshForm(token));
  expect([throttled.status, throttled.headers.get("retry-after")]).toEqual([429, "7"]);
  expect(throttled.body).toMatchObject({ error: "temporarily_unavailable", error_codes: [90033] });
  expect((await azure.token(refreshForm(token))).status).toBe(200);
});

test("a persona's refresh tokens can be revoked through the control API", async () => {
  const azure = createTestAzure();
  const { refresh_token: token } = await signIn(azure);
  await azure.control("POST", "revoke", { persona: "reader" });
  expect((await azure.token(refreshForm(token))).body).toMatchObject({
    error: "invalid_grant",
    error_codes: [50173],
  });
});
