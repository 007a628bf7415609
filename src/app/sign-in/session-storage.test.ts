import { expect, test } from "vitest";
import { memoryStorage } from "../../lib/testing/memory-storage";
import {
  arrive,
  forgetPerson,
  forgetWork,
  isProbablySignedIn,
  leaveFor,
  rememberPerson,
} from "./session-storage";

test("the same person finds drafts again", () => {
  const storage = memoryStorage();
  rememberPerson(storage, "ada", memoryStorage());
  storage.setItem("rep.draft", "{}");
  rememberPerson(storage, "ada", memoryStorage());
  expect(storage.getItem("rep.draft")).toBe("{}");
  expect(isProbablySignedIn(storage)).toBe(true);
});

test("leaving to sign in is remembered, and does not count as another person", () => {
  const storage = memoryStorage();
  leaveFor(storage, "sign-in");
  expect(isProbablySignedIn(storage)).toBe(true);
  rememberPerson(storage, "ada", memoryStorage());
  storage.setItem("rep.draft", "{}");
  leaveFor(storage, "sign-in");
  rememberPerson(storage, "ada", memoryStorage());
  expect(storage.getItem("rep.draft")).toBe("{}");
});

test("another person finds nothing of the first", () => {
  const storage = memoryStorage();
  rememberPerson(storage, "ada", memoryStorage());
  storage.setItem("rep.draft", "{}");
  rememberPerson(storage, "oscar", memoryStorage());
  expect(storage.getItem("rep.draft")).toBeNull();
});

test("signing out removes every entry of the app and no other", () => {
  const storage = memoryStorage();
  rememberPerson(storage, "ada", memoryStorage());
  for (const key of ["rep.a", "other", "rep.b", "rep.c"]) storage.setItem(key, "x");
  forgetPerson(storage);
  expect(storage.length).toBe(1);
  expect(storage.getItem("other")).toBe("x");
  expect(isProbablySignedIn(storage)).toBe(false);
});

test("another person in the same tab finds no work of the one before; signing out removes one's own", () => {
  const tab = memoryStorage();
  const lasting = memoryStorage();
  const records = ["rep.work.ada.contoso:/one", "rep.work.grace.contoso:/two", "theme"];
  for (const key of records) lasting.setItem(key, "{}");
  rememberPerson(tab, "ada", lasting);
  rememberPerson(tab, "grace", lasting);
  const left = () => records.filter((key) => lasting.getItem(key) !== null);
  expect(left()).toEqual(["rep.work.grace.contoso:/two", "theme"]);
  const newTab = memoryStorage();
  leaveFor(newTab, "sign-in");
  rememberPerson(newTab, "ada", lasting);
  expect(left()).toEqual(["rep.work.grace.contoso:/two", "theme"]);
  forgetWork(lasting, "grace");
  expect(left()).toEqual(["theme"]);
});

test("signing out removes one's own work in every directory, and no saved view", () => {
  const lasting = memoryStorage();
  const gone = ["rep.work.ada.contoso:/one", "rep.work.ada.fabrikam:/two"];
  const kept = ["rep.work.adam.contoso:/three", "rep.views.ada.contoso", "rep.views.adam.contoso"];
  for (const key of [...gone, ...kept]) lasting.setItem(key, "{}");
  forgetWork(lasting, "ada");
  const left = [...gone, ...kept].filter((key) => lasting.getItem(key) !== null);
  expect(left).toEqual(kept);
});

test("why the page was left is told once", () => {
  const storage = memoryStorage();
  expect(arrive(storage)).toBeUndefined();
  leaveFor(storage, "directory");
  expect([arrive(storage), arrive(storage)]).toEqual(["directory", undefined]);
  storage.setItem("rep.left-for", "lunch");
  expect(arrive(storage)).toBeUndefined();
});
