import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { app, createTestAzure, origin, type TestAzure } from "../test-azure";
import { CONTOSO_TENANT_ID, FABRIKAM_TENANT_ID, PORTAL_CLIENT_ID } from "./personas";

const challenge = createHash("sha256").update("a-verifier").digest("base64url");

const asked = {
  client_id: PORTAL_CLIENT_ID,
  scope: "https://management.azure.com/user_impersonation openid profile offline_access",
  redirect_uri: `${app}/redirect.html`,
  response_type: "code",
  response_mode: "fragment",
  state: "state-1",
  nonce: "nonce-1",
  code_challenge: challenge,
  code_challenge_method: "S256",
};

interface Options {
  tenant?: string;
  cookie?: string;
  /** The account picked on the page. */
  account?: string;
}

async function authorize(
  azure: TestAzure,
  change: Record<string, string> = {},
  options: Options = {},
) {
  const { tenant = CONTOSO_TENANT_ID, cookie, account } = options;
  const query = new URLSearchParams({ ...asked, ...change });
  const response = await azure.fetch(
    new Request(`${origin}/${tenant}/oauth2/v2.0/authorize?${query.toString()}`, {
      headers: cookie === undefined ? {} : { cookie },
      ...(account === undefined ? {} : { method: "POST", body: new URLSearchParams({ account }) }),
    }),
  );
  const location = response.headers.get("location") ?? "";
  return {
    status: response.status,
    headers: response.headers,
    location,
    fragment: Object.fromEntries(new URLSearchParams(location.split("#")[1])),
    cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "",
    page: await response.text(),
  };
}

test("the page lists who can sign in, without script, and frames and other form targets are refused", async () => {
  const { status, page, headers } = await authorize(createTestAzure());
  expect(status).toBe(200);
  expect(page).toContain("<h1>Pick an account</h1>");
  expect(page.match(/<button name="account"/g)).toHaveLength(5);
  expect(page).not.toContain("<script");
  const policy = headers.get("content-security-policy");
  expect(policy).toContain(`form-action 'self' ${app};`);
  expect(policy).toContain("frame-ancestors 'none'");
});

test("picking an account goes back with a code and the state in the fragment, and sets a session cookie", async () => {
  const { status, location, fragment, headers } = await authorize(
    createTestAzure(),
    {},
    { account: "reader" },
  );
  expect(status).toBe(303);
  expect(location.startsWith(`${app}/redirect.html#`)).toBe(true);
  expect(fragment.state).toBe("state-1");
  expect(fragment.code).toBeTruthy();
  expect(headers.get("set-cookie")).toMatch(
    /^ESTSAUTH-4281=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test("going back from the page is access_denied", async () => {
  const { fragment } = await authorize(createTestAzure(), {}, { account: "" });
  expect(fragment).toMatchObject({ error: "access_denied", state: "state-1" });
});

test("a session answers without a page, unless the prompt asks for one", async () => {
  const azure = createTestAzure();
  const { cookie } = await authorize(azure, {}, { account: "reader" });
  expect((await authorize(azure, {}, { cookie })).fragment.code).toBeTruthy();
  expect((await authorize(azure, { prompt: "none" }, { cookie })).fragment.code).toBeTruthy();
  for (const prompt of ["login", "select_account", "consent"]) {
    expect((await authorize(azure, { prompt }, { cookie })).status, prompt).toBe(200);
  }
});

test("prompt=none without a session is login_required, with two accounts interaction_required", async () => {
  const azure = createTestAzure();
  expect((await authorize(azure, { prompt: "none" })).fragment.error).toBe("login_required");
  const { cookie } = await authorize(azure, {}, { account: "reader" });
  await authorize(azure, {}, { account: "admin", cookie });
  expect((await authorize(azure, { prompt: "none" }, { cookie })).fragment.error).toBe(
    "interaction_required",
  );
  const hinted = { prompt: "none", login_hint: "Rhea@contoso.example" };
  expect((await authorize(azure, hinted, { cookie })).fragment.code).toBeTruthy();
  const other = { prompt: "none", login_hint: "oscar@contoso.example" };
  expect((await authorize(azure, other, { cookie })).fragment.error).toBe("login_required");
});

test("a hint puts its account first, a domain hint leaves the others out", async () => {
  const azure = createTestAzure();
  const keys = ({ page }: { page: string }) =>
    [...page.matchAll(/value="(\w+)"/g)].map(([, key]) => key);
  expect(keys(await authorize(azure, { login_hint: "rhea@contoso.example" }))[0]).toBe("reader");
  expect(keys(await authorize(azure, { domain_hint: "fabrikam.example" }))).toEqual(["guest"]);
  expect(keys(await authorize(azure, {}, { tenant: FABRIKAM_TENANT_ID.toUpperCase() }))).toEqual([
    "guest",
  ]);
});

test.each([
  ["another page of the app", { redirect_uri: `${app}/` }, "AADSTS50011"],
  ["a redirect elsewhere", { redirect_uri: "https://evil.example/redirect.html" }, "AADSTS50011"],
  ["a redirect with a query", { redirect_uri: `${app}/redirect.html?next=x` }, "AADSTS50011"],
  [
    "a host that only looks like loopback",
    { redirect_uri: "http://localhost.evil.example/redirect.html" },
    "AADSTS50011",
  ],
  ["an unknown client", { client_id: crypto.randomUUID() }, "AADSTS700016"],
])("%s is refused on a page, never by a redirect", async (_title, change, code) => {
  const { status, page, location } = await authorize(createTestAzure(), change);
  expect([status, location]).toEqual([400, ""]);
  expect(page).toContain(code);
});

test("what a request holds cannot become markup", async () => {
  const { page } = await authorize(createTestAzure(), { redirect_uri: "<img src=x>" });
  expect(page).not.toContain("<img");
  const { page: picker } = await authorize(createTestAzure(), { state: '"><img src=x>' });
  expect(picker).not.toContain("<img");
});

test.each([
  ["no PKCE", { code_challenge: "" }, "invalid_request"],
  ["plain PKCE", { code_challenge_method: "plain" }, "invalid_request"],
  ["an implicit grant", { response_type: "token" }, "unsupported_response_type"],
  ["an unknown scope", { scope: "https://vault.azure.net/.default" }, "invalid_resource"],
  ["an unknown prompt", { prompt: "please" }, "invalid_request"],
])("%s goes back to the app as an error", async (_title, change, error) => {
  expect((await authorize(createTestAzure(), change)).fragment).toMatchObject({
    error,
    state: "state-1",
  });
});

test("signing out ends the session and comes back with the state", async () => {
  const azure = createTestAzure();
  const { cookie } = await authorize(azure, {}, { account: "reader" });
  const query = new URLSearchParams({
    post_logout_redirect_uri: `${app}/redirect.html`,
    state: "bye",
  });
  const response = await azure.fetch(
    new Request(`${origin}/organizations/oauth2/v2.0/logout?${query.toString()}`, {
      headers: { cookie },
    }),
  );
  expect(response.headers.get("location")).toBe(`${app}/redirect.html?state=bye`);
  expect(response.headers.get("set-cookie")).toContain("Max-Age=0");
  expect((await authorize(azure, { prompt: "none" }, { cookie })).fragment.error).toBe(
    "login_required",
  );
});

test("signing out goes nowhere but to the app", async () => {
  const response = await createTestAzure().fetch(
    new Request(
      `${origin}/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/`,
    ),
  );
  expect([response.status, response.headers.get("location")]).toEqual([200, null]);
});
