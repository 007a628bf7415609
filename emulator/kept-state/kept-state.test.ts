import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestAzure, shopId, version } from "../test-azure";
import { openKeptState, type KeptState } from "./kept-state";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "local-azure-kept-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const stateFile = () => join(directory, "local-azure.state");
const itemPath = `${shopId}/items/lamp?${version}`;
const item = { body: { properties: { price: 7 } } };

/** What `act` returns on a state that is opened before and closed after. */
async function opened<Result>(act: (kept: KeptState) => Result | Promise<Result>): Promise<Result> {
  const kept = await openKeptState(directory);
  try {
    return await act(kept);
  } finally {
    await kept.close();
  }
}

test("maps come back as they were set, changed and emptied", async () => {
  await opened(async (kept) => {
    const map = kept.map<number>("a").set("x", 1).set("y", 2).set("z", 3);
    await kept.commit();
    map.set("x", 4).delete("y");
    await kept.commit();
  });
  await opened((kept) => {
    expect([...kept.map("a")]).toEqual([
      ["x", 4],
      ["z", 3],
    ]);
    kept.map("a").clear();
  });
  expect(await opened((kept) => kept.map("a").size)).toBe(0);
});

test("an operation under way goes on, and is followed by the address that it had", async () => {
  const address = await opened(async (keeping) => {
    const { headers } = await createTestAzure({ keeping }).arm("PUT", itemPath, item);
    return headers.get("azure-asyncoperation") ?? "";
  });
  await opened(async (keeping) => {
    const azure = createTestAzure({ keeping });
    expect((await azure.arm("GET", address)).body.status).toBe("Accepted");
    azure.clock.advance(2_000);
    expect((await azure.arm("GET", address)).body.status).toBe("Succeeded");
    expect((await azure.arm("GET", itemPath)).body.properties).toEqual({
      price: 7,
      isStamped: true,
      provisioningState: "Succeeded",
    });
  });
});

test("a deletion under way goes on", async () => {
  await opened(async (keeping) => {
    const azure = createTestAzure({ keeping });
    await azure.arm("PUT", itemPath, item);
    azure.clock.advance(2_000);
    expect((await azure.arm("DELETE", itemPath)).status).toBe(202);
  });
  await opened(async (keeping) => {
    const azure = createTestAzure({ keeping });
    expect((await azure.arm("GET", itemPath)).status).toBe(200);
    azure.clock.advance(1_000);
    expect((await azure.arm("GET", itemPath)).status).toBe(404);
  });
});

test("a token is good after a start, and time goes on where it was", async () => {
  const before = await opened(async (keeping) => {
    const azure = createTestAzure({ keeping });
    azure.clock.advance(60_000);
    return { token: await azure.scriptToken("admin"), now: azure.clock.now() };
  });
  await opened(async (keeping) => {
    const azure = createTestAzure({ keeping });
    expect(azure.clock.now()).toBe(before.now);
    const headers = { authorization: `Bearer ${before.token}` };
    const answer = await azure.arm("GET", `${shopId}?${version}`, { as: null, headers });
    expect(answer.status).toBe(200);
  });
});

test("reset resets what is kept", async () => {
  await opened(async (keeping) => {
    const azure = createTestAzure({ keeping });
    await azure.arm("PUT", itemPath, item);
    await azure.control("POST", "reset");
  });
  await opened(async (keeping) => {
    expect((await createTestAzure({ keeping }).arm("GET", itemPath)).status).toBe(404);
  });
});

test("another scenario than that of the kept state is refused", async () => {
  await opened((keeping) => createTestAzure({ keeping }).scenarioName());
  await opened((keeping) => {
    expect(() => createTestAzure({ keeping, scenario: "other" })).toThrow(
      'The kept state is of the scenario "test", not "other"',
    );
  });
});

test("a record that a crash cut short is left out, damage stops the start", async () => {
  const kept = await openKeptState(directory);
  kept.map("a").set("x", 1);
  await kept.commit();
  kept.map("a").set("x", 2);
  await kept.commit();
  await kept.abandon();
  const bytes = await readFile(stateFile());
  await writeFile(stateFile(), bytes.subarray(0, -3));
  await opened((again) => expect(again.map("a").get("x")).toBe(1));
  bytes[bytes.length - 3] = 0;
  await writeFile(stateFile(), bytes);
  await expect(openKeptState(directory)).rejects.toThrow(/damaged at byte \d+ and was left/);
  expect(await readFile(stateFile())).toEqual(bytes);
});

test.each([
  ["local-azure-state 2\n", "version 2 of the format"],
  ["", "cut off"],
  ["a diary", "damaged at byte 0"],
])("a file with %j is refused", async (text, why) => {
  await writeFile(stateFile(), text);
  await expect(openKeptState(directory)).rejects.toThrow(why);
});

test("a file is no directory", async () => {
  const file = join(directory, "file");
  await writeFile(file, "");
  await expect(openKeptState(file)).rejects.toThrow("is not a directory");
});

test("the directory of a running process is refused, that of one which is gone is taken", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(other, "spawn");
  await writeFile(join(directory, "local-azure.lock"), String(other.pid));
  await expect(openKeptState(directory)).rejects.toThrow(`(process ${other.pid})`);
  other.kill("SIGKILL");
  await once(other, "exit");
  await opened(() => undefined);
  await expect(readFile(join(directory, "local-azure.lock"))).rejects.toThrow("ENOENT");
});
