import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { chunkReport } from "./scripts/chunk-report";
import { localConfig } from "./scripts/local-config";

const DEFAULT_PORT = 4280;
const DEFAULT_EMULATOR_PORT = 4281;

/**
 * `vite build` makes the app. `vite build --mode redirect` adds the page that receives sign-in
 * answers, in a build of its own: together they would share a chunk with most of MSAL in it.
 */
export default defineConfig(({ mode }) => {
  const isRedirectPage = mode === "redirect";
  return {
    plugins: [react(), serveLocalConfig(), ...(isRedirectPage ? [] : [chunkReport()])],
    server: { port: Number(process.env.PORT ?? DEFAULT_PORT), strictPort: true },
    build: {
      target: "es2022",
      modulePreload: { polyfill: false },
      sourcemap: false,
      emptyOutDir: !isRedirectPage,
      copyPublicDir: !isRedirectPage,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        input: fileURLToPath(
          new URL(isRedirectPage ? "redirect.html" : "index.html", import.meta.url),
        ),
      },
    },
  };
});

/** In development, `/config.json` leads to the local Azure at `EMULATOR_PORT`. */
function serveLocalConfig(): Plugin {
  return {
    name: "serve-local-config",
    configureServer(server) {
      server.middlewares.use("/config.json", (_, response) => {
        const port = process.env.EMULATOR_PORT ?? DEFAULT_EMULATOR_PORT;
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify(localConfig(`http://localhost:${port}`)));
      });
    },
  };
}
