import type { SecretProviderClass } from "../../../azure/secret-sync/secret-sync";
import { listObjects } from "../../../lib/secret-provider-objects";

/** True if secret syncs may map the name; false also when the list cannot be read. */
export function isListed({ properties }: SecretProviderClass, name: string): boolean {
  try {
    return listObjects(properties.objects).some(({ path }) => path === name);
  } catch {
    return false;
  }
}
