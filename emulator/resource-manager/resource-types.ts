import type { ProviderPart } from "./arm-path";
import type { ProviderOperation, ResourceProvider, ResourceType } from "./provider";

/** The resource types that are emulated, found without regard to case. */
export interface ResourceTypes {
  find(type: string): ResourceType | undefined;
  /** The type in canonical casing; as it was given when it is not emulated. */
  canonical(type: string): string;
  /** The operation of a provider that a method and a type name, undefined for none. */
  operation(method: string, type: string): ProviderOperation | undefined;
}

export function createResourceTypes(providers: readonly ResourceProvider[]): ResourceTypes {
  const byType = new Map<string, ResourceType>();
  const names = new Map<string, string>();
  const operations = new Map<string, ProviderOperation>();
  for (const { namespace, resourceTypes, operations: own = {} } of providers) {
    names.set(namespace.toLowerCase(), namespace);
    for (const [name, operation] of Object.entries(own)) {
      operations.set(name.toLowerCase(), operation);
    }
    for (const resourceType of resourceTypes) {
      byType.set(resourceType.type.toLowerCase(), resourceType);
    }
  }
  return {
    operation: (method, type) => operations.get(`${method} ${type}`.toLowerCase()),
    find: (type) => byType.get(type.toLowerCase()),
    canonical(type) {
      const [namespace = "", ...rest] = type.split("/");
      const known = names.get(namespace.toLowerCase()) ?? namespace;
      return byType.get(type.toLowerCase())?.type ?? [known, ...rest].join("/");
    },
  };
}

/** The full type of a part: its namespace and all its types. */
export function typeOf(part: ProviderPart): string {
  return [part.namespace, ...part.types].join("/");
}
