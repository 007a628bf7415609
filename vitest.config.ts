import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,emulator,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.contract.test.ts"],
        },
      },
      {
        test: {
          name: "contract",
          include: ["{src,emulator}/**/*.contract.test.ts"],
        },
      },
    ],
  },
});
