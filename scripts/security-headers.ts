import { tokenOrigin, type AppConfig } from "../src/app/config";

/**
 * Griffel creates empty `<style>` elements and fills them through CSSOM. This hash of the empty
 * string lets Chromium give them a sheet; no inline style with any content is allowed.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const EVERYWHERE = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
};

const HSTS = { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" };

export interface SecurityHeaders {
  /** For every path but `/redirect.html`. */
  app: Record<string, string>;
  /** For `/redirect.html`, which only hands the sign-in's answer over. */
  redirect: Record<string, string>;
}

/**
 * The headers that a host sends with the app: a strict Content Security Policy with Trusted Types,
 * whose `connect-src` names the configured Resource Manager and sign-in origins and nothing else.
 * `isHttps` adds HSTS.
 */
export function securityHeaders(
  config: AppConfig,
  { isHttps }: { isHttps: boolean },
): SecurityHeaders {
  const transport = isHttps ? HSTS : {};
  const origins = new Set([config.resourceManager, tokenOrigin(config)]);
  return {
    app: {
      "Content-Security-Policy": policy({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src-elem": EMPTY_STYLE,
        "style-src-attr": "'none'",
        "connect-src": ["'self'", ...origins].join(" "),
        "img-src": "'self'",
        "font-src": "'none'",
        "frame-src": "'none'",
        ...COMMON_DIRECTIVES,
      }),
      ...EVERYWHERE,
      ...transport,
    },
    redirect: {
      "Content-Security-Policy": policy({
        "default-src": "'none'",
        "script-src": "'self'",
        ...COMMON_DIRECTIVES,
      }),
      ...EVERYWHERE,
      ...transport,
    },
  };
}

const COMMON_DIRECTIVES = {
  "form-action": "'none'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
};

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
