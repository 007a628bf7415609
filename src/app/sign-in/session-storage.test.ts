import { expect, test } from "vitest";
import { memoryStorage } from "../../lib/testing/memory-storage";
import {
  expectSignIn,
  forgetPerson,
  forgetWork,
  isProbablySignedIn,
  rememberAccount,
} from "./session-storage";

test("the same person finds drafts again", () => {
  const storage = memoryStorage();
  rememberAccount(storage, "ada", memoryStorage());
  storage.setItem("rep.draft", "{}");
  rememberAccount(storage, "ada", memoryStorage());
  expect(storage.getItem("rep.draft")).toBe("{}");
  expect(isProbablySignedIn(storage)).toBe(true);
});

test("leaving to sign in is remembered, and does not count as another person", () => {
  const storage = memoryStorage();
  expectSignIn(storage);
  expect(isProbablySignedIn(storage)).toBe(true);
  rememberAccount(storage, "ada", memoryStorage());
  storage.setItem("rep.draft", "{}");
  expectSignIn(storage);
  rememberAccount(storage, "ada", memoryStorage());
  expect(storage.getItem("rep.draft")).toBe("{}");
});

test("another person finds nothing of the first", () => {
  const storage = memoryStorage();
  rememberAccount(storage, "ada", memoryStorage());
  storage.setItem("rep.draft", "{}");
  rememberAccount(storage, "oscar", memoryStorage());
  expect(storage.getItem("rep.draft")).toBeNull();
});

test("signing out removes every entry of the app and no other", () => {
  const storage = memoryStorage();
  rememberAccount(storage, "ada", memoryStorage());
  for (const key of ["rep.a", "other", "rep.b", "rep.c"]) storage.setItem(key, "x");
  forgetPerson(storage);
  expect(storage.length).toBe(1);
  expect(storage.getItem("other")).toBe("x");
  expect(isProbablySignedIn(storage)).toBe(false);
});

test("another person in the same tab finds no work of the one before; signing out removes one's own", () => {
  const tab = memoryStorage();
  const lasting = memoryStorage();
  const records = ["rep.work.ada:/one", "rep.work.grace:/two", "theme"];
  for (const key of records) lasting.setItem(key, "{}");
  rememberAccount(tab, "ada", lasting);
  rememberAccount(tab, "grace", lasting);
  const left = () => records.filter((key) => lasting.getItem(key) !== null);
  expect(left()).toEqual(["rep.work.grace:/two", "theme"]);
  const newTab = memoryStorage();
  expectSignIn(newTab);
  rememberAccount(newTab, "ada", lasting);
  expect(left()).toEqual(["rep.work.grace:/two", "theme"]);
  forgetWork(lasting, "grace");
  expect(left()).toEqual(["theme"]);
});
