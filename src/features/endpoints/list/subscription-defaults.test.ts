import { expect, test } from "vitest";
import { ALL_SUBSCRIPTIONS } from "../endpoints-search";
import { areSameSubscriptions, givenToUrl, subscriptionsToShow } from "./subscription-defaults";

test("starts with the defaults where the address asks for no subscription", () => {
  expect(subscriptionsToShow(undefined, undefined, ["a"])).toEqual(["a"]);
  expect(subscriptionsToShow(undefined, ["a"], ["a", "b"])).toEqual(["a", "b"]);
  expect(subscriptionsToShow(undefined, undefined, [])).toBeUndefined();
});

test("follows the defaults while the address has those it was given, in any order and case", () => {
  expect(subscriptionsToShow(["a"], ["a"], ["a", "b"])).toEqual(["a", "b"]);
  expect(subscriptionsToShow(["B", "a"], ["a", "b"], ["c"])).toEqual(["c"]);
  expect(subscriptionsToShow(["a"], ["a"], [])).toBeUndefined();
});

test("leaves alone what the person chose", () => {
  expect(subscriptionsToShow(["b"], ["a"], ["a", "b"])).toEqual(["b"]);
  expect(subscriptionsToShow(["a", "b"], ["a"], ["a", "b", "c"])).toEqual(["a", "b"]);
  expect(subscriptionsToShow([ALL_SUBSCRIPTIONS], ["a"], ["b"])).toEqual([ALL_SUBSCRIPTIONS]);
  expect(subscriptionsToShow(["a"], undefined, ["b"])).toEqual(["a"]);
});

test("forgets what it gave as soon as the person has chosen something else", () => {
  expect(givenToUrl(["a"], undefined, ["a"])).toEqual(["a"]);
  expect(givenToUrl(["a"], ["a"], ["a", "b"])).toEqual(["a"]);
  expect(givenToUrl(["a", "b"], ["a"], ["a", "b"])).toEqual(["a", "b"]);
  expect(givenToUrl([ALL_SUBSCRIPTIONS], ["a"], ["a"])).toBeUndefined();
  expect(givenToUrl(undefined, ["a"], [])).toEqual([]);
  // Chosen by hand after the defaults went: it stays.
  expect(givenToUrl(["a"], [], [])).toBeUndefined();
});

test("takes no filter for an empty one", () => {
  expect(areSameSubscriptions(undefined, [])).toBe(true);
  expect(areSameSubscriptions(["a"], [])).toBe(false);
});
