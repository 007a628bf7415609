import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { createTokenIssuer } from "../entra/token-issuer";
import { createTestAzure, errorOf, send, subscriptionId, version } from "../test-azure";

const path = `/subscriptions/${subscriptionId}?${version.replace("2026-01-01", "2022-12-01")}`;
const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test("a request without a token is refused and told where to sign in", async () => {
  const azure = createTestAzure();
  const answer = await azure.arm("GET", path, { as: null });
  expect(answer.status).toBe(401);
  expect(errorOf(answer)).toEqual({
    code: "AuthenticationFailed",
    message: "Authentication failed. The 'Authorization' header is missing.",
  });
  expect(answer.headers.get("www-authenticate")).toContain(
    'Bearer authorization_uri="http://localhost:4281/common"',
  );
});

test("a token whose claims were changed is refused", async () => {
  const azure = createTestAzure();
  const [header, , signature] = (await azure.scriptToken("reader")).split(".");
  const [, claims] = (await azure.scriptToken("admin")).split(".");
  const answer = await send(azure, path, withToken(`${header}.${claims}.${signature}`));
  expect(answer.status).toBe(401);
  expect(errorOf(answer).code).toBe("InvalidAuthenticationToken");
});

test("a token that somebody else signed, or that an emulator elsewhere issued, is refused", async () => {
  const azure = createTestAzure();
  const claims = decodeJwt(await azure.scriptToken("admin"));
  const { privateKey } = await generateKeyPair("RS256");
  const forged = await new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
  const unsigned = new UnsecuredJWT(claims).encode();
  const elsewhere = await send(
    azure,
    `http://localhost:9999${path}`,
    withToken(await azure.scriptToken("admin")),
  );
  const answers = [
    await send(azure, path, withToken(forged)),
    await send(azure, path, withToken(unsigned)),
    elsewhere,
  ];
  expect(answers.map((answer) => errorOf(answer).code)).toEqual(
    answers.map(() => "InvalidAuthenticationToken"),
  );
});

test("a token for another resource is refused by its audience", async () => {
  const azure = createTestAzure();
  const issuer = createTokenIssuer(azure.clock);
  const claims = decodeJwt(await azure.scriptToken("admin"));
  const token = await issuer.sign({ ...claims, aud: "https://vault.azure.net" }, 600);
  expect(errorOf(await send(azure, path, withToken(token))).code).toBe(
    "InvalidAuthenticationTokenAudience",
  );
});

test("a token expires by the clock, to the second", async () => {
  const azure = createTestAzure();
  const token = await azure.scriptToken("admin");
  azure.clock.advance(3_599_000);
  expect((await send(azure, path, withToken(token))).status).toBe(200);
  azure.clock.advance(1_000);
  const answer = await send(azure, path, withToken(token));
  expect(answer.status).toBe(401);
  expect(errorOf(answer)).toEqual({
    code: "ExpiredAuthenticationToken",
    message:
      "The access token expiry UTC time '11/21/2026 9:00:00 AM' is earlier than current UTC time '11/21/2026 9:00:00 AM'.",
  });
});

test("a token of the guest's home tenant is of the wrong tenant for Contoso's subscriptions", async () => {
  const azure = createTestAzure();
  const { body } = await azure.token(
    {
      grant_type: "client_credentials",
      client_id: "c11e0700-0000-4000-8000-000000000005",
      client_secret: "local-secret-of-guest",
      scope: "https://management.azure.com/.default",
    },
    {},
    "fabrikam.example",
  );
  const answer = await send(azure, path, withToken(String(body.access_token)));
  expect(answer.status).toBe(401);
  expect(errorOf(answer).code).toBe("InvalidAuthenticationTokenTenant");
});

test("an API version is asked for before the token", async () => {
  const azure = createTestAzure();
  const answer = await azure.arm("GET", "/subscriptions", { as: null });
  expect(answer.status).toBe(400);
  expect(errorOf(answer).code).toBe("MissingApiVersionParameter");
});
