import { expect, test } from "vitest";
import {
  expectSignIn,
  forgetPerson,
  forgetWork,
  isProbablySignedIn,
  rememberAccount,
} from "./session-storage";

class MemoryStorage implements Storage {
  readonly #entries = new Map<string, string>();
  [name: string]: unknown;
  get length() {
    return this.#entries.size;
  }
  key(index: number) {
    return [...this.#entries.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.#entries.set(key, value);
  }
  removeItem(key: string) {
    this.#entries.delete(key);
  }
  clear() {
    this.#entries.clear();
  }
}

test("the same person finds drafts again", () => {
  const storage = new MemoryStorage();
  rememberAccount(storage, "ada", new MemoryStorage());
  storage.setItem("rep.draft", "{}");
  rememberAccount(storage, "ada", new MemoryStorage());
  expect(storage.getItem("rep.draft")).toBe("{}");
  expect(isProbablySignedIn(storage)).toBe(true);
});

test("leaving to sign in is remembered, and does not count as another person", () => {
  const storage = new MemoryStorage();
  expectSignIn(storage);
  expect(isProbablySignedIn(storage)).toBe(true);
  rememberAccount(storage, "ada", new MemoryStorage());
  storage.setItem("rep.draft", "{}");
  expectSignIn(storage);
  rememberAccount(storage, "ada", new MemoryStorage());
  expect(storage.getItem("rep.draft")).toBe("{}");
});

test("another person finds nothing of the first", () => {
  const storage = new MemoryStorage();
  rememberAccount(storage, "ada", new MemoryStorage());
  storage.setItem("rep.draft", "{}");
  rememberAccount(storage, "oscar", new MemoryStorage());
  expect(storage.getItem("rep.draft")).toBeNull();
});

test("signing out removes every entry of the app and no other", () => {
  const storage = new MemoryStorage();
  rememberAccount(storage, "ada", new MemoryStorage());
  for (const key of ["rep.a", "other", "rep.b", "rep.c"]) storage.setItem(key, "x");
  forgetPerson(storage);
  expect(storage.length).toBe(1);
  expect(storage.getItem("other")).toBe("x");
  expect(isProbablySignedIn(storage)).toBe(false);
});

test("another person in the same tab finds no work of the one before; signing out removes one's own", () => {
  const tab = new MemoryStorage();
  const lasting = new MemoryStorage();
  const records = ["rep.work.ada:/one", "rep.work.grace:/two", "theme"];
  for (const key of records) lasting.setItem(key, "{}");
  rememberAccount(tab, "ada", lasting);
  rememberAccount(tab, "grace", lasting);
  const left = () => records.filter((key) => lasting.getItem(key) !== null);
  expect(left()).toEqual(["rep.work.grace:/two", "theme"]);
  const newTab = new MemoryStorage();
  expectSignIn(newTab);
  rememberAccount(newTab, "ada", lasting);
  expect(left()).toEqual(["rep.work.grace:/two", "theme"]);
  forgetWork(lasting, "grace");
  expect(left()).toEqual(["theme"]);
});
