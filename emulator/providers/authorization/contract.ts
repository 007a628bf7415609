export const authorizationVersions = ["2022-04-01"] as const;

/** Role assignments and role definitions are named by a GUID. */
export const guidName = {
  pattern: /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/,
  minLength: 36,
  maxLength: 36,
};
