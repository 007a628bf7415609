import { expect, test } from "vitest";
import { memoryStorage } from "../../lib/testing/memory-storage";
import { expectSignIn, forgetPerson, isProbablySignedIn, rememberAccount } from "./session-storage";

test("the same person finds drafts again", () => {
  const storage = memoryStorage();
  rememberAccount(storage, "ada");
  storage.setItem("rep.draft", "{}");
  rememberAccount(storage, "ada");
  expect(storage.getItem("rep.draft")).toBe("{}");
  expect(isProbablySignedIn(storage)).toBe(true);
});

test("leaving to sign in is remembered, and does not count as another person", () => {
  const storage = memoryStorage();
  expectSignIn(storage);
  expect(isProbablySignedIn(storage)).toBe(true);
  rememberAccount(storage, "ada");
  storage.setItem("rep.draft", "{}");
  expectSignIn(storage);
  rememberAccount(storage, "ada");
  expect(storage.getItem("rep.draft")).toBe("{}");
});

test("another person finds nothing of the first", () => {
  const storage = memoryStorage();
  rememberAccount(storage, "ada");
  storage.setItem("rep.draft", "{}");
  rememberAccount(storage, "oscar");
  expect(storage.getItem("rep.draft")).toBeNull();
});

test("signing out removes every entry of the app and no other", () => {
  const storage = memoryStorage();
  rememberAccount(storage, "ada");
  for (const key of ["rep.a", "other", "rep.b", "rep.c"]) storage.setItem(key, "x");
  forgetPerson(storage);
  expect(storage.length).toBe(1);
  expect(storage.getItem("other")).toBe("x");
  expect(isProbablySignedIn(storage)).toBe(false);
});
