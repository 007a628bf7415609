import { createHash } from "node:crypto";
import type { Persona } from "./personas";

/** Plain pages of the local Entra: no script, and light or dark as the browser prefers. */

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 2rem 1rem; background: Canvas; color: CanvasText; }
main { max-width: 30rem; margin: 0 auto; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
ul { list-style: none; margin: 1.5rem 0; padding: 0; }
li + li { margin-top: .5rem; }
button { font: inherit; color: inherit; text-align: left; width: 100%; padding: .75rem 1rem; cursor: pointer;
  background: ButtonFace; color: ButtonText; border: 1px solid GrayText; border-radius: 6px; }
button:hover { border-color: CanvasText; }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
button.plain { width: auto; }
strong, .detail { display: block; }
`;

const styleHash = createHash("sha256").update(style).digest("base64");

/** The account picker: a form whose buttons send `account`, or nothing when the person goes back. */
export function accountPicker(options: {
  accounts: readonly Persona[];
  signedIn: readonly string[];
  /** Where the form is sent, relative to the page. */
  action: string;
  redirectOrigin: string;
  hint: string | undefined;
  asksConsent: boolean;
}): Response {
  const { accounts, signedIn, action, redirectOrigin, hint, asksConsent } = options;
  const buttons = accounts.map(
    (persona) => `<li><button name="account" value="${persona.key}">
<strong>${escapeHtml(persona.displayName)}</strong>
<span class="detail">${escapeHtml(persona.userPrincipalName)}${signedIn.includes(persona.key) ? " (signed in)" : ""}</span>
<span class="detail">${escapeHtml(persona.description)}</span></button></li>`,
  );
  const body = `<h1>Pick an account</h1>
<p>to continue to Registry endpoints. This is the sign-in page of the local Azure: no password is asked for.</p>
${hint === undefined ? "" : `<p>The application suggests ${escapeHtml(hint)}.</p>`}
${asksConsent ? "<p>By picking an account you allow the application to access Azure Resource Manager as you.</p>" : ""}
<form method="post" action="${escapeHtml(action)}">
<ul>
${buttons.join("\n")}
</ul>
<button class="plain" name="account" value="">Back to the application</button>
</form>`;
  // Chromium applies form-action to the redirect that follows the form, too.
  return page(200, "Sign in to your account", body, `'self' ${redirectOrigin}`);
}

/** A page with a title and one sentence: errors of the authorize endpoint, and "signed out". */
export function messagePage(status: number, title: string, message: string): Response {
  const body = `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(message)}</p>`;
  return page(status, title, body, "'none'");
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function page(status: number, title: string, body: string, formAction: string): Response {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>
${body}
</main></body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      "Referrer-Policy": "no-referrer",
    },
  });
}
