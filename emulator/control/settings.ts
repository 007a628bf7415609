/** Switches of the local Azure; the control API changes them, and a reset restores the defaults. */
export interface EmulatorSettings {
  /**
   * Whether `Access-Control-Expose-Headers` names Azure's headers. What the real Resource Manager
   * exposes is not documented, so clients have to work with both.
   */
  exposeHeaders: "all" | "none";
  /** Lifetime of access tokens in seconds. */
  tokenLifetimeSeconds: number;
  /** Milliseconds on the clock until a role assignment, or its removal, takes effect. */
  roleAssignmentDelayMs: number;
  /** How long operations that begin now take, in proportion to what they take otherwise. */
  operationTimeScale: number;
}

export function defaultSettings(): EmulatorSettings {
  return {
    exposeHeaders: "all",
    tokenLifetimeSeconds: 3_600,
    roleAssignmentDelayMs: 0,
    operationTimeScale: 1,
  };
}
