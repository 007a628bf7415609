import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHistory, writeHistory } from "./kept-notifications";
import type { Notification } from "./notification";

const KEY = "history";
const storeOf = (text?: string) => {
  const kept = new Map(text === undefined ? [] : [[KEY, text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

const failed: Notification = {
  id: "b",
  at: 1_700_000_000_000,
  isRead: false,
  intent: "error",
  title: "It could not be created",
  failure: {
    title: "It could not be created",
    message: "Refused.",
    nextStep: "Try again.",
    canRetry: true,
  },
  link: { label: "Continue", href: "/endpoints/new?resume=1" },
};

describe("the kept history", () => {
  it("comes back as it was", () => {
    const store = storeOf();
    writeHistory(store, KEY, [failed]);
    expect(readHistory(store, KEY)).toEqual([failed]);
  });

  it("leaves out what the panel could not show", () => {
    const broken = [
      { ...failed, title: undefined },
      { ...failed, intent: "loud" },
      { ...failed, link: { label: "no address" } },
      { ...failed, failure: "text" },
      null,
    ];
    expect(readHistory(storeOf(JSON.stringify([...broken, failed])), KEY)).toEqual([failed]);
  });

  it("is empty for anything else that was stored", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readHistory(storeOf(text), KEY)).toEqual([]);
      }),
    );
  });

  it("gives up quietly where nothing can be stored", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(() => writeHistory(full, KEY, [failed])).not.toThrow();
  });
});
