import { expect, test } from "vitest";
import { createSignInNeed } from "./sign-in-need";

test("many failing calls raise the need once, and the answer carries the claims", async () => {
  const asked: (string | undefined)[] = [];
  const need = createSignInNeed((claims) => {
    asked.push(claims);
    return Promise.resolve();
  });
  let changes = 0;
  need.subscribe(() => (changes += 1));

  need.raise("step-up");
  need.raise();
  expect(need.isRaised()).toBe(true);
  expect(changes).toBe(1);

  await need.answer();
  expect(asked).toEqual(["step-up"]);
});

test("a dismissed need comes back with the next failing call", () => {
  const need = createSignInNeed(() => Promise.resolve());
  need.raise();
  need.dismiss();
  expect(need.isRaised()).toBe(false);
  need.raise();
  expect(need.isRaised()).toBe(true);
});

test("nobody is told after leaving", () => {
  const need = createSignInNeed(() => Promise.resolve());
  let changes = 0;
  const leave = need.subscribe(() => (changes += 1));
  leave();
  need.raise();
  expect(changes).toBe(0);
});
