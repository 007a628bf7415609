import { describe, expect, it, vi } from "vitest";
import { createResultCache } from "./result-cache";
import type { ReadTable } from "./compile-query";
import type { GraphRow, TableName } from "./schema";
import { createTestGraph, person, resource } from "./test-graph";

const row = (id: string): GraphRow => ({ id });

describe("a result", () => {
  it("is evaluated again only when a table that it read has changed", () => {
    const tables: Partial<Record<TableName, GraphRow[]>> = { resources: [row("a")] };
    const read = (table: TableName) => tables[table] ?? [];
    const evaluate = vi.fn((readTable: ReadTable) => [...readTable("resources")]);
    const cache = createResultCache();
    cache.rowsOf("q", read, evaluate);
    tables.resourcecontainers = [row("x")];
    expect(cache.rowsOf("q", read, evaluate)).toEqual([row("a")]);
    expect(evaluate).toHaveBeenCalledTimes(1);
    tables.resources = [row("a"), row("b")];
    expect(cache.rowsOf("q", read, evaluate)).toEqual([row("a"), row("b")]);
    expect(evaluate).toHaveBeenCalledTimes(2);
    cache.rowsOf("other", read, evaluate);
    expect(evaluate).toHaveBeenCalledTimes(3);
  });

  it("that was used least recently goes when there are too many rows, and one too large is not kept", () => {
    const rows = [row("a"), row("b")];
    const read = () => rows;
    const evaluate = vi.fn((readTable: ReadTable) => [...readTable("resources")]);
    const cache = createResultCache(4);
    const ask = (key: string) => cache.rowsOf(key, read, evaluate);
    for (const key of ["first", "second", "first", "third", "first"]) ask(key);
    expect(evaluate).toHaveBeenCalledTimes(3);
    ask("second");
    expect(evaluate).toHaveBeenCalledTimes(4);
    const small = createResultCache(1);
    for (let times = 0; times < 2; times += 1) small.rowsOf("q", read, evaluate);
    expect(evaluate).toHaveBeenCalledTimes(6);
  });
});

describe("a query that was asked before", () => {
  const query = "resources | project id, name | order by name asc";

  it("sees writes, deletions and settings of the index", () => {
    const { graph, store, clock, values } = createTestGraph([resource("b"), resource("d")]);
    const ask = () => values("resources | project name | order by name asc");
    expect(ask()).toEqual(["b", "d"]);
    store.put(resource("c"));
    store.put(resource("a"));
    expect(ask()).toEqual(["b", "d"]);
    clock.advance(5_000);
    expect(ask()).toEqual(["a", "b", "c", "d"]);
    store.delete(resource("b").id);
    store.put(resource("d", { location: "here" }));
    clock.advance(5_000);
    expect(ask()).toEqual(["a", "c", "d"]);
    graph.rebuild();
    expect(ask()).toEqual(["a", "c", "d"]);
  });

  it("shows nobody what another may read", () => {
    const { hidden, store, answer } = createTestGraph([resource("a"), resource("b")]);
    expect(answer(query).count).toBe(2);
    hidden.add(`bob ${resource("a").id.toLowerCase()}`);
    expect(answer(query, {}, person("bob")).data.map(({ name }) => name)).toEqual(["b"]);
    hidden.add(`ann ${resource("b").id.toLowerCase()}`);
    store.put(resource("changed", { type: "Microsoft.Authorization/roleAssignments" }));
    expect(answer(query).data.map(({ name }) => name)).toEqual(["a"]);
  });

  it("keeps its scopes apart", () => {
    const { answer } = createTestGraph([resource("a")]);
    expect(answer(query).count).toBe(1);
    const subscriptions = ["22222222-2222-2222-2222-222222222222"];
    expect(answer(query, { subscriptions }).count).toBe(0);
    expect(answer(query).count).toBe(1);
  });
});
