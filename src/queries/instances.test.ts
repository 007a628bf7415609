import { expect, it } from "vitest";
import { instanceOption, type InstanceRow } from "./instances";

const row: InstanceRow = {
  id: "/subscriptions/1/resourceGroups/rg-lyon/providers/Microsoft.IoTOperations/instances/aio-lyon",
  name: "aio-lyon",
  version: "1.2.189",
  provisioningState: "Succeeded",
  customLocationId:
    "/subscriptions/1/resourceGroups/rg/providers/Microsoft.ExtendedLocation/customLocations/lyon",
};

it("takes the site from the tag in any case, else from the custom location", () => {
  expect(instanceOption({ ...row, tags: { Site: "Lyon" } }).site).toBe("Lyon");
  expect(instanceOption({ ...row, tags: {} }).site).toBe("lyon");
  expect(instanceOption(row)).toMatchObject({ resourceGroup: "rg-lyon", subscriptionId: "1" });
});

it.each([
  [{ version: "1.1.58" }, "1.2 or later"],
  [{ version: "0.9" }, "1.2 or later"],
  [{ provisioningState: "Failed" }, "failed"],
  [{ provisioningState: "Deleting" }, "being deleted"],
  [{ customLocationId: "" }, "no custom location"],
])("says why %j cannot be used", (change, reason) => {
  expect(instanceOption({ ...row, ...change }).disabledReason).toContain(reason);
});

it.each([{}, { version: "" }, { version: "2.0.1" }, { provisioningState: "Updating" }])(
  "offers %j",
  (change) => {
    expect(instanceOption({ ...row, ...change })).not.toHaveProperty("disabledReason");
  },
);
