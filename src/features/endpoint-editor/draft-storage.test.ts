import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { clearDraft, loadDraft, saveDraft, type Draft, type DraftStore } from "./draft-storage";
import { emptyEditorValues } from "./form/editor-values";

const content = new Map<string, string>();
const store: DraftStore = {
  getItem: (key) => content.get(key) ?? null,
  setItem: (key, value) => void content.set(key, value),
  removeItem: (key) => void content.delete(key),
};
const origin = { instance: "/subscriptions/1/x" };
const values = { ...emptyEditorValues({ tenantId: "t" }), name: "acr" };
const draft: Draft = { origin, reached: "trust", values };

beforeEach(() => content.clear());

it("gives back what was saved, to the same account and start only", () => {
  saveDraft(store, "ada", draft);
  expect([...content.keys()]).toEqual(["rep.draft.ada"]);
  expect(loadDraft(store, "ada", origin)).toEqual(draft);
  expect(loadDraft(store, "bob", origin)).toBeUndefined();
  expect(loadDraft(store, "ada", {})).toBeUndefined();
  expect(loadDraft(store, "ada", { ...origin, from: "/subscriptions/2" })).toBeUndefined();
});

it("forgets a cleared draft", () => {
  saveDraft(store, "ada", draft);
  clearDraft(store, "ada");
  expect(content.size).toBe(0);
});

it("writes no member that the form does not have", () => {
  const artifactSecret = { ...values.artifactSecret, value: "hunter2" };
  const sneaky = { ...values, artifactSecret, password: "hunter2" };
  saveDraft(store, "ada", { ...draft, values: sneaky });
  expect(content.size).toBe(1);
  expect([...content.values()].join()).not.toContain("hunter2");
});

it("takes anything unreadable for no draft", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      content.set("rep.draft.ada", text);
      expect(loadDraft(store, "ada", origin)).toBeUndefined();
    }),
  );
});

it("goes on when the store is full", () => {
  const full: DraftStore = {
    ...store,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(() => saveDraft(full, "ada", draft)).not.toThrow();
});
