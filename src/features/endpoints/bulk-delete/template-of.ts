import type { EndpointDocument } from "../../../azure/iot-operations/endpoint-document";
import { armTemplateOfMany } from "../../../lib/export-arm";
import { parseEndpointId } from "../details/endpoint-address";

/** One template of all that is given. Bodies hold names of secrets at most, never a value. */
export function templateOf(
  endpoints: readonly { id: string; document: EndpointDocument }[],
): string {
  return armTemplateOfMany(
    endpoints.flatMap(({ id, document }) => {
      const address = parseEndpointId(id);
      return address === undefined ? [] : [{ ...address, document }];
    }),
  );
}
