import { describe, expect, it } from "vitest";
import { ariaKeyShortcuts, pressedKey, shortcutFor } from "./shortcut-keys";

const shortcuts = [
  { name: "search", keys: ["/"] },
  { name: "endpoints", keys: ["g", "e"] },
  { name: "refresh the portal", keys: ["r"] },
  { name: "refresh the page", keys: ["r"] },
];

describe("shortcutFor", () => {
  it("finds a single key, and of two owners of one key the later", () => {
    expect(shortcutFor(shortcuts, ["/"]).shortcut?.name).toBe("search");
    expect(shortcutFor(shortcuts, ["r"]).shortcut?.name).toBe("refresh the page");
  });

  it("waits in the middle of a sequence and ends with it", () => {
    expect(shortcutFor(shortcuts, ["g"])).toEqual({ shortcut: undefined, isBeginning: true });
    expect(shortcutFor(shortcuts, ["g", "e"])).toMatchObject({
      shortcut: { name: "endpoints" },
      isBeginning: false,
    });
  });

  it("knows neither other keys nor other sequences", () => {
    for (const keys of [["e"], ["g", "r"], ["g", "e", "e"]]) {
      expect(shortcutFor(shortcuts, keys)).toEqual({ shortcut: undefined, isBeginning: false });
    }
  });
});

describe("pressedKey", () => {
  const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
    pressedKey({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      repeat: false,
      isComposing: false,
      ...modifiers,
    });

  it("takes letters whatever Caps Lock says, and signs whatever the layout needs for them", () => {
    expect(press("n")).toBe("n");
    expect(press("N")).toBe("n");
    expect(press("/")).toBe("/");
    expect(press("?", { shiftKey: true })).toBe("?");
    expect(press("/", { shiftKey: true })).toBe("/");
  });

  it.each([
    ["n", { ctrlKey: true }],
    ["n", { metaKey: true }],
    ["n", { altKey: true }],
    ["N", { shiftKey: true }],
    ["n", { repeat: true }],
    ["n", { isComposing: true }],
    ["Enter", {}],
    ["ArrowDown", {}],
    ["Escape", {}],
  ])("leaves %s with %o alone", (key, modifiers) => {
    expect(press(key, modifiers)).toBeUndefined();
  });
});

describe("ariaKeyShortcuts", () => {
  it("has words for single keys only", () => {
    expect(ariaKeyShortcuts(["r"])).toBe("r");
    expect(ariaKeyShortcuts(["g", "e"])).toBeUndefined();
  });
});
