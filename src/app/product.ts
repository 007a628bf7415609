export const PRODUCT_NAME = "Registry endpoints portal";

/** Microsoft's documentation of what this portal manages. */
export const DOCUMENTATION_URL =
  "https://learn.microsoft.com/azure/iot-operations/develop-edge-apps/howto-configure-registry-endpoint";
