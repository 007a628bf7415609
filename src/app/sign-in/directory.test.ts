import { expect, test } from "vitest";
import { accountIdOf, authorityOf, isForManyDirectories } from "./directory";

const gus = { homeAccountId: "gus.fabrikam" };

test("a guest is another account in every directory", () => {
  const ids = ["contoso", "fabrikam"].map((tenantId) => accountIdOf({ ...gus, tenantId }));
  expect(new Set(ids).size).toBe(2);
});

test("the address of a directory keeps the cloud's host", () => {
  expect(authorityOf("https://login.microsoftonline.us/organizations/", "t-1")).toBe(
    "https://login.microsoftonline.us/t-1",
  );
  expect(authorityOf("https://localhost:4281/one", "t-2")).toBe("https://localhost:4281/t-2");
});

test.each([
  ["https://login.microsoftonline.com/organizations", true],
  ["https://login.microsoftonline.com/Common/", true],
  ["https://login.microsoftonline.com/contoso.onmicrosoft.com", false],
])("%s is for many directories: %s", (authority, isForMany) => {
  expect(isForManyDirectories(authority)).toBe(isForMany);
});
