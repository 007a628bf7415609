import type { ArmPath } from "./arm-path";
import { coreTypeOf } from "./core-operations";
import { typeOf, type ResourceTypes } from "./resource-types";

/**
 * The names that an operation goes by in faults, logs and 501 answers: method and type, for example
 * `GET Microsoft.KeyVault/vaults/secrets`. A GET of a collection is also called `LIST`.
 */
export function operationNames(
  method: string,
  path: ArmPath | undefined,
  types: ResourceTypes,
): string[] {
  const part = path?.parts.at(-1);
  if (!path) return [method];
  if (!part) {
    const isList = path.hasResourceGroups
      ? path.resourceGroup === undefined
      : path.subscriptionId === undefined;
    return named(method, coreTypeOf(path), isList);
  }
  return named(method, types.canonical(typeOf(part)), part.types.length > part.names.length);
}

function named(method: string, type: string, isList: boolean): string[] {
  return method === "GET" && isList ? [`GET ${type}`, `LIST ${type}`] : [`${method} ${type}`];
}
