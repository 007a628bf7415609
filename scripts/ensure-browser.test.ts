import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** Nothing is installed here: `apt-get` and `npx` are scripts on a `PATH` without any browser. */
const canSimulate = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

let bin: string;

beforeEach(async () => {
  bin = await mkdtemp(path.join(tmpdir(), "ensure-browser-"));
});

afterEach(async () => {
  await rm(bin, { recursive: true });
});

/** Puts a command on the `PATH` that notes how it was called, and then does `action`. */
async function command(name: string, action: string): Promise<void> {
  const file = path.join(bin, name);
  await writeFile(file, `#!/bin/sh\necho "${name} $*" >> "${bin}/calls"\n${action}\n`);
  await chmod(file, 0o755);
}

function ensure(env: Record<string, string>) {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/ensure-browser.ts"], {
    encoding: "utf8",
    env: { PATH: bin, PLAYWRIGHT_BROWSERS_PATH: path.join(bin, "none"), ...env },
  });
}

const calls = async () => (await readFile(path.join(bin, "calls"), "utf8")).trim().split("\n");
/** What an archive does that has some packages only. */
const installs = (...packages: string[]) =>
  packages.map((name) => `case "$*" in *" ${name}") : > "${bin}/${name}";; esac`).join("\n");
const APT = "apt-get -o Acquire::Retries=1 -o Acquire::http::Timeout=15";
const INSTALL = `${APT} install --yes --no-install-recommends`;

test.skipIf(!canSimulate)(
  "in CI, root installs the headless shell, even beside Chromium",
  async () => {
    await command("apt-get", installs("chromium-headless-shell"));
    await command("chromium", "exit 1");
    const { status, stdout } = ensure({ CI: "true" });
    expect(stdout).toContain(`Browser: ${bin}/chromium-headless-shell`);
    expect(status).toBe(0);
    expect(await calls()).toEqual([`${APT} update`, `${INSTALL} chromium-headless-shell`]);
  },
);

test.skipIf(!canSimulate)(
  "in CI, what is there is used where nothing can be installed",
  async () => {
    await command("apt-get", "exit 100");
    await command("chromium", "exit 1");
    const { status, stdout } = ensure({ CI: "true" });
    expect(stdout).toContain(`Browser: ${bin}/chromium`);
    expect(status).toBe(0);
  },
);

test.skipIf(!canSimulate)("in CI, root installs Chromium where there is no shell", async () => {
  await command("apt-get", installs("chromium"));
  await command("npx", "exit 1");
  const { status, stdout } = ensure({ CI: "true" });
  expect(stdout).toContain(`Browser: ${bin}/chromium`);
  expect(status).toBe(0);
  expect(await calls()).toEqual([
    `${APT} update`,
    `${INSTALL} chromium-headless-shell`,
    `${INSTALL} chromium`,
  ]);
});

test.skipIf(!canSimulate)("in CI, Playwright's own follows where apt-get has none", async () => {
  await command("apt-get", "exit 100");
  await command("npx", "exit 1");
  const { status, stderr } = ensure({ CI: "true" });
  expect((await calls()).at(-1)).toBe("npx playwright install --with-deps chromium");
  expect(stderr).toContain("set CHROME_PATH");
  expect(status).toBe(1);
});

test.skipIf(!canSimulate)("outside of CI no system package is installed", async () => {
  await command("apt-get", installs("chromium"));
  await command("npx", "exit 1");
  expect(ensure({}).status).toBe(1);
  expect(await calls()).toEqual(["npx playwright install chromium"]);
});
