import { expect, test } from "vitest";
import { identityTenantRemark, unseenRegistryRemark } from "./tenants";

const OURS = "72f988bf-0000-4000-8000-00000c047050";
const THEIRS = "aaaaaaaa-0000-4000-8000-00000fab4100";

test("an identity of another tenant is named as one", () => {
  const remark = identityTenantRemark(` ${THEIRS.toUpperCase()}`, OURS);
  expect(remark?.title).toBe("The identity belongs to another tenant");
  expect(remark?.text).toContain(THEIRS.toUpperCase());
  expect(remark?.text).toContain(OURS);
});

test.each(["", "7", OURS, OURS.toUpperCase(), ` ${OURS} `])("%j is no other tenant", (tenant) => {
  expect(identityTenantRemark(tenant, OURS)).toBeUndefined();
});

test("a registry that nobody showed us may be another tenant's", () => {
  const seen = ["contoso.azurecr.io"];
  const text = unseenRegistryRemark("Fabrikam.azurecr.io:443/team", seen)?.text;
  expect(text).toContain("fabrikam.azurecr.io may belong to another tenant");
  expect(unseenRegistryRemark("Contoso.azurecr.io/team", seen)).toBeUndefined();
  expect(unseenRegistryRemark("fabrikam.azurecr.io", undefined)).toBeUndefined();
  expect(unseenRegistryRemark("", seen)).toBeUndefined();
});
