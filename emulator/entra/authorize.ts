import {
  readAuthorizeRequest,
  readReturnAddress,
  type AuthorizeRequest,
  type ReturnAddress,
} from "./authorize-request";
import { EntraError } from "./entra-error";
import type { Grants } from "./grants";
import { accountPicker, messagePage } from "./pages";
import { personas, type Persona } from "./personas";
import type { EntraSession, EntraSessions } from "./sessions";
import { clientInfoOf, loginHintOf } from "./sign-in-tokens";
import { tenantFor, tenants } from "./tenants";

interface Surroundings {
  grants: Grants;
  sessions: EntraSessions;
}

/**
 * The authorize endpoint: answers with a code at once for someone whose session it may use, else with
 * the account picker, whose form comes back here as a POST with the same query.
 *
 * @param picked the `account` that the picker sent: a persona's key, "" for going back
 */
export function authorize(
  tenant: string,
  request: Request,
  picked: string | undefined,
  surroundings: Surroundings,
): Response {
  const query = new URL(request.url).searchParams;
  let address: ReturnAddress | undefined;
  try {
    const known = readReturnAddress(tenant, query);
    address = known;
    return answer(readAuthorizeRequest(known, query), request, picked, surroundings);
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    if (address) return redirectWithError(address, error);
    return messagePage(400, "Sorry, but we’re having trouble signing you in.", error.message);
  }
}

function answer(
  asked: AuthorizeRequest,
  request: Request,
  picked: string | undefined,
  { grants, sessions }: Surroundings,
): Response {
  if (picked !== undefined) {
    const persona = personas.find(({ key }) => key === picked);
    if (!persona)
      throw new EntraError("access_denied", 65004, "User declined to consent to access the app.");
    return signInAs(persona, asked, request, { grants, sessions });
  }
  const session = sessions.of(request);
  const accounts = accountsFor(asked);
  const signedIn = accounts.filter(({ key }) => session?.signedIn.includes(key));
  const known = chooseSignedIn(asked, signedIn, session);
  if (known && (asked.prompt === undefined || asked.prompt === "none")) {
    return signInAs(known, asked, request, { grants, sessions });
  }
  if (asked.prompt === "none") throw silentRefusal(signedIn.length, asked);
  const hinted = accounts.find((persona) => isHinted(persona, asked.loginHint));
  return accountPicker({
    accounts: hinted ? [hinted, ...accounts.filter((persona) => persona !== hinted)] : accounts,
    signedIn: asked.prompt === "login" ? [] : signedIn.map(({ key }) => key),
    action: new URL(request.url).search,
    redirectOrigin: new URL(asked.redirectUri).origin,
    hint: hinted?.userPrincipalName,
    asksConsent: asked.prompt === "consent",
  });
}

/** Who may sign in: people with an account in the tenant, narrowed to a domain when a hint names one. */
function accountsFor({ tenant, domainHint }: AuthorizeRequest): Persona[] {
  const domain = tenants.find(
    (candidate) => candidate.domain === domainHint?.toLowerCase(),
  )?.domain;
  return personas.filter(
    (persona) =>
      tenantFor(tenant, persona) !== undefined &&
      (domain === undefined || persona.userPrincipalName.endsWith(`@${domain}`)),
  );
}

/** The account of the session that needs no picking: the one that was hinted at, or the only one. */
function chooseSignedIn(
  { loginHint, sessionId }: AuthorizeRequest,
  signedIn: readonly Persona[],
  session: EntraSession | undefined,
): Persona | undefined {
  if (loginHint !== undefined) return signedIn.find((persona) => isHinted(persona, loginHint));
  if (sessionId !== undefined) return session?.id === sessionId ? signedIn[0] : undefined;
  return signedIn.length === 1 ? signedIn[0] : undefined;
}

function isHinted(persona: Persona, hint: string | undefined): boolean {
  if (hint === undefined) return false;
  return persona.userPrincipalName === hint.toLowerCase() || loginHintOf(persona) === hint;
}

function signInAs(
  persona: Persona,
  asked: AuthorizeRequest,
  request: Request,
  { grants, sessions }: Surroundings,
): Response {
  const tenantId = tenantFor(asked.tenant, persona);
  if (tenantId === undefined) {
    throw new EntraError(
      "access_denied",
      50020,
      `User account '${persona.userPrincipalName}' from identity provider does not exist in the tenant and cannot access the application.`,
    );
  }
  const { session, cookie } = sessions.signIn(request, persona.key);
  const { clientId, scope, nonce, redirectUri, codeChallenge } = asked;
  const sessionId = session.id;
  const code = grants.issueCode({
    persona,
    tenantId,
    clientId,
    scope,
    sessionId,
    nonce,
    redirectUri,
    codeChallenge,
  });
  const response = redirectTo(asked, {
    code,
    client_info: clientInfoOf(persona),
    session_state: sessionId,
  });
  response.headers.set("Set-Cookie", cookie);
  return response;
}

/** Errors of `prompt=none`: nobody signed in, or several people between whom only a person can choose. */
function silentRefusal(signedInCount: number, { loginHint }: AuthorizeRequest): EntraError {
  if (signedInCount > 1 && loginHint === undefined) {
    return new EntraError(
      "interaction_required",
      16000,
      "Either multiple user identities are available for the current request or selected account is not supported for the scenario.",
    );
  }
  return new EntraError(
    "login_required",
    50058,
    "A silent sign-in request was sent but no user is signed in.",
  );
}

function redirectWithError(
  address: ReturnAddress,
  { error, message, suberror }: EntraError,
): Response {
  return redirectTo(address, { error, error_description: message, suberror });
}

function redirectTo(
  { redirectUri, responseMode, state }: ReturnAddress,
  answer: Record<string, string | undefined>,
): Response {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...answer, state })) {
    if (value !== undefined) parameters.set(name, value);
  }
  const separator = responseMode === "fragment" ? "#" : "?";
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${redirectUri}${separator}${parameters.toString()}`,
      "Cache-Control": "no-store",
    },
  });
}
