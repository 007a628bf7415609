import { isSecureOrLoopback } from "../../lib/loopback";

/**
 * The origin that tokens may be sent to.
 * @throws Error if the endpoint is neither https nor plain http on loopback
 */
export function azureOrigin(endpoint: string): string {
  const url = new URL(endpoint);
  if (isSecureOrLoopback(url)) return url.origin;
  throw new Error(`The Azure Resource Manager endpoint must use https: ${endpoint}`);
}
