// Plain JavaScript, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (needsInstall()) {
  console.log("Installing packages (npm ci) …");
  // The shell finds npm.cmd on Windows.
  const { status } = spawnSync("npm ci", { cwd: root, stdio: "inherit", shell: true });
  process.exit(status ?? 1);
}

function needsInstall() {
  const installed = changedAt("node_modules/.package-lock.json");
  return installed === undefined || installed < (changedAt("package-lock.json") ?? 0);
}

function changedAt(path) {
  return statSync(new URL(path, new URL("..", import.meta.url)), { throwIfNoEntry: false })
    ?.mtimeMs;
}
