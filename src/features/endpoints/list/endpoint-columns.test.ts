import { expect, test } from "vitest";
import { defaultLayout } from "../../../lib/endpoint-query/list-layout";
import type { EndpointRow, UsageReading } from "../../../queries/endpoint-list";
import { endpointColumns } from "./endpoint-columns";

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
