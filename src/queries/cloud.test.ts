import fc from "fast-check";
import { expect, test } from "vitest";
import { CLOUDS } from "../lib/clouds";
import { endpointEditPath, endpointPath } from "../lib/endpoint-url";
import { portalLink } from "./cloud";

const APP = "https://portal.contoso.example";

/** Ids as Azure may return them, and what leads elsewhere where it stands alone or at the start. */
const id = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .tuple(
      fc.constantFrom(
        ...["//evil.example", "https://evil.example", "\\\\evil.example", "javascript:alert(1)"],
        ...[
          "@evil.example",
          ".evil.example",
          ":x@evil.example",
          "/..//evil.example",
          "\t//evil.example",
        ],
      ),
      fc.string(),
    )
    .map((parts) => parts.join("")),
);

test.each(Object.entries(CLOUDS))(
  "whatever an id says, its link leaves for the portal of %s only",
  (cloud, preset) => {
    const settings = { ...preset, cloud: cloud as keyof typeof CLOUDS };
    fc.assert(
      fc.property(id, (text) => {
        const { origin, pathname, search } = new URL(portalLink(settings, text));
        expect([origin, pathname, search]).toEqual([preset.portal, "/", ""]);
      }),
      { numRuns: 500 },
    );
  },
);

test("whatever an id says, the path of an endpoint stays in the app", () => {
  fc.assert(
    fc.property(id, (text) => {
      for (const path of [endpointPath(text), endpointEditPath(text)]) {
        expect(new URL(path, APP).origin).toBe(APP);
      }
    }),
    { numRuns: 500 },
  );
});
