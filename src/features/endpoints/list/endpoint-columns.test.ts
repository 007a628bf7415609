import { expect, test } from "vitest";
import {
  defaultLayout,
  withColumn,
  withWidth,
  type ListLayout,
} from "../../../lib/endpoint-query/list-layout";
import type { EndpointRow, UsageReading } from "../../../queries/endpoint-list";
import { fittingColumns, leastWidth } from "../../../ui/data-table-column";
import { SELECT_WIDTH } from "../../../ui/data-table-styles";
import { endpointColumns, withAllShown } from "./endpoint-columns";

const row = (id: string): EndpointRow => ({
  id,
  name: id,
  host: "ghcr.io",
  authentication: "Anonymous",
  provisioningState: "Succeeded",
  instanceId: "/instances/oslo",
  instanceName: "oslo",
  site: "",
  location: "",
  resourceGroup: "",
  subscriptionId: "",
  subscriptionName: "",
  source: "resourceGraph",
});

test.each<[UsageReading, string]>([
  ["unread", "Not read yet"],
  ["reading", "Reading…"],
  ["read", "Unknown"],
])("an endpoint whose use is not known says why: %s", (usageReading, words) => {
  const usage = new Map([
    ["used", true],
    ["idle", false],
  ]);
  const [column] = endpointColumns({
    layout: { ...defaultLayout, columns: ["usage"] },
    usage,
    usageReading,
    openMenu: () => undefined,
  });
  const texts = ["used", "idle", "other"].map((id) => column?.text(row(id)));
  expect(texts).toEqual(["Used", "Not used", words]);
});

const columnsOf = (layout: ListLayout) =>
  endpointColumns({
    ...{ layout, usage: new Map(), usageReading: "unread" },
    openMenu: () => undefined,
  });

test.each([
  [978, ["name", "host", "authentication", "instance", "provisioningState"]],
  [1138, ["name", "host", "authentication", "instance", "subscription", "provisioningState"]],
  [1397, defaultLayout.columns],
])("the default columns that fit into %i px", (width, ids) => {
  const fitting = fittingColumns(columnsOf(defaultLayout), width - SELECT_WIDTH);
  expect(fitting.map(({ id }) => id)).toEqual([...ids, "actions"]);
});

test("columns that a person chose stay, however narrow the window is", () => {
  const chosen = withColumn(defaultLayout, "host", false);
  for (const layout of [chosen, withAllShown(defaultLayout)]) {
    const columns = columnsOf(layout);
    expect(fittingColumns(columns, 400)).toEqual(columns);
    expect(columns.some(({ isCardHidden }) => isCardHidden)).toBe(false);
  }
  const widened = columnsOf(withAllShown(defaultLayout));
  expect(leastWidth(widened)).toBe(leastWidth(columnsOf(defaultLayout)));
});

test("another width of a column changes no other column's place", () => {
  const idsAt = (layout: ListLayout) => fittingColumns(columnsOf(layout), 938).map(({ id }) => id);
  for (const [id, width] of [
    ["host", 208],
    ["host", 90],
    ["name", 700],
    ["authentication", 60],
  ] as const) {
    expect(idsAt(withWidth(defaultLayout, id, width))).toEqual(idsAt(defaultLayout));
  }
});
