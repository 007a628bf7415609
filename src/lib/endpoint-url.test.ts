import fc from "fast-check";
import { expect, test } from "vitest";
import { endpointIdOf, endpointPath } from "./endpoint-url";

const id =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.IoTOperations/instances/i/registryEndpoints/e";

test("shows an ordinary id as it is", () => {
  expect(endpointPath(id)).toBe(`/endpoints${id}`);
});

test("gives any id back from its path", () => {
  const segment = fc
    .string({ minLength: 1, unit: "grapheme" })
    .filter((text) => !text.includes("/"));
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 10 }), (segments) => {
      const anyId = `/${segments.join("/")}`;
      const path = new URL(endpointPath(anyId), "http://portal").pathname;
      fc.pre(path.startsWith("/endpoints/") && !segments.some((text) => /^\.{1,2}$/.test(text)));
      expect(endpointIdOf(decodeURIComponent(path.slice("/endpoints/".length)))).toBe(anyId);
    }),
  );
});

test("does not mind slashes at the ends", () => {
  expect(endpointIdOf("/subscriptions/s/")).toBe("/subscriptions/s");
});
