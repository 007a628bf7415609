/** Stable versions of Microsoft.IoTOperations that the emulator answers to; registry endpoints are alike in all. */
export const iotOperationsVersions = ["2025-10-01", "2026-03-01", "2026-07-01"] as const;

/** Rule of every resource name of the provider (2026-07-01). */
export const iotOperationsName = {
  pattern: /^[a-z0-9][a-z0-9-]*[a-z0-9]$/,
  minLength: 3,
  maxLength: 63,
};
