import fc from "fast-check";
import { expect, test } from "vitest";
import { validateEndpointsSearch } from "../../endpoints-search";
import {
  defaultView,
  explicitSearch,
  freeName,
  nameProblem,
  noViews,
  openedSearch,
  readViews,
  shownView,
  viewFrom,
  withDefault,
  withoutView,
  withRenamed,
  withView,
  type SavedView,
  type SavedViews,
} from "./saved-views";

function view(name: string, search: Record<string, unknown>): SavedView {
  const made = viewFrom({ name, search });
  if (made === undefined) throw new Error("The test's view is none.");
  return made;
}

const factory = view("Factory registries", { kind: ["acr"], groupBy: "instance" });
const failed = view("Failed", { state: ["Failed"], columns: "name,host" });
const both = withView(withView(noViews, factory), failed);

test("what was kept is read again, whatever else is in it", () => {
  const kept = withDefault(both, "failed");
  expect(readViews(JSON.stringify(kept))).toEqual(kept);
  expect(readViews(undefined)).toEqual(noViews);
  expect(readViews("{")).toEqual(noViews);
  const spoilt = { views: [null, { name: " " }, failed, { name: "x", search: 3 }, failed] };
  expect(readViews(JSON.stringify(spoilt))).toEqual({ views: [failed] });
});

test("views are in the order of their names, each of which only one has", () => {
  expect(both.views.map(({ name }) => name)).toEqual(["Factory registries", "Failed"]);
  const again = withView(both, { ...factory, name: "FAILED" });
  expect(again.views.map(({ name }) => name)).toEqual(["Factory registries", "FAILED"]);
  expect(nameProblem(both, " failed ")).toBe("There is a view named failed already.");
  expect(nameProblem(both, "All")).toBeDefined();
  expect(nameProblem(both, "Failed", "failed")).toBeUndefined();
  expect(nameProblem(both, "  ")).toBe("Enter a name.");
});

test("a free name is one that a view can have", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 4 })),
      fc.string({ maxLength: 100 }),
      (names, name) => {
        const saved = names
          .filter((one) => one.trim() !== "")
          .reduce<SavedViews>(
            (before, one) => withView(before, { name: one.trim(), search: {} }),
            noViews,
          );
        if (name.trim() !== "") expect(nameProblem(saved, freeName(saved, name))).toBeUndefined();
      },
    ),
  );
  expect(freeName(both, "failed")).toBe("failed (2)");
});

test("an address without a word opens the default view, and any other is followed", () => {
  const saved = withDefault(both, "Failed");
  const opened = openedSearch(saved, {});
  expect(opened).toEqual({
    state: ["Failed"],
    columns: "name,host",
    subscription: ["all"],
    view: "Failed",
  });
  expect(openedSearch(saved, { resume: "/x" })).toEqual({ ...opened, resume: "/x" });
  for (const said of [{ q: "a" }, { view: "all" }, { groupBy: "host" as const }]) {
    expect(openedSearch(saved, said)).toBe(said);
  }
  expect(openedSearch(both, {})).toEqual({});
});

test("an address that was emptied stays so", () => {
  const saved = withDefault(both, "Failed");
  expect(explicitSearch(saved, {})).toEqual({ view: "all" });
  expect(explicitSearch(both, {})).toEqual({});
  expect(explicitSearch(saved, { q: "a" })).toEqual({ q: "a" });
});

test("the view that is shown is known by its name, and its changes", () => {
  const { search } = factory;
  expect(shownView(both, { ...search, view: "Factory registries" })).toEqual({
    view: factory,
    isChanged: false,
  });
  expect(shownView(both, { ...search, q: "oslo", view: "factory registries" })?.isChanged).toBe(
    true,
  );
  expect(shownView(both, validateEndpointsSearch({ kind: "acr", groupBy: "instance" }))).toEqual({
    view: factory,
    isChanged: false,
  });
  expect(shownView(both, {})).toBeUndefined();
  expect(shownView(both, { view: "gone", q: "a" })).toBeUndefined();
});

test("the default goes with its view, and follows its name", () => {
  const saved = withDefault(both, "failed");
  expect(defaultView(saved)).toBe(failed);
  expect(withoutView(saved, "Failed")).toEqual({ views: [factory] });
  expect(withoutView(saved, "Factory registries").defaultName).toBe("failed");
  const renamed = withRenamed(saved, "Failed", "Broken ");
  expect(defaultView(renamed)?.name).toBe("Broken");
  expect(renamed.views).toHaveLength(2);
  expect(defaultView(withDefault(saved, undefined))).toBeUndefined();
});
