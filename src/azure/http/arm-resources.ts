import type { CallOptions } from "../client";
import type { ArmHttp, ListOptions } from "./arm-http";
import { resourcesIn, type ResourceReader } from "./wire-reader";

/** A type of resource: the API version that it is asked for by, and how an answer is read. */
export interface ResourceKind<Resource> {
  apiVersion: string;
  read: ResourceReader<Resource>;
}

/** Reads one resource. Throws `AzureError`. */
export async function getResource<Resource>(
  http: ArmHttp,
  kind: ResourceKind<Resource>,
  id: string,
  options?: CallOptions,
): Promise<Resource> {
  return answered(kind, id, await http.get<unknown>(id, kind.apiVersion, options));
}

/** Reads a list of resources. Throws `AzureError`. */
export async function listResources<Resource>(
  http: ArmHttp,
  { apiVersion, read }: ResourceKind<Resource>,
  path: string,
  options?: ListOptions,
): Promise<Resource[]> {
  return resourcesIn(await http.list<unknown>(path, apiVersion, options), read);
}

/** The resource that was asked for or written by its id. */
export function answered<Resource>(
  { read }: ResourceKind<Resource>,
  id: string,
  wire: unknown,
): Resource {
  return (read(wire, id) ?? read({}, id)) as Resource;
}
