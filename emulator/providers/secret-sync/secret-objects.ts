import { parse } from "yaml";
import { z } from "zod";

/** One Key Vault object that a provider class lets secret syncs read. */
interface SecretObject {
  objectName: string;
  /** The file name under which secret syncs know it: the alias, else the object's name. */
  path: string;
}

const objectsDocument = z.object({ array: z.array(z.string()).nullish() }).nullable();

const secretObject = z.object({
  objectName: z.string().regex(/^[a-zA-Z0-9-]{1,127}$/),
  objectType: z.enum(["secret", "key", "cert"]).optional(),
  objectAlias: z.string().min(1).optional(),
});

/**
 * Reads `objects` of a provider class: a YAML document whose `array` items are strings that are YAML
 * themselves (both indentations in use are read, further keys are kept out). Nothing when absent or empty.
 *
 * @throws Error that names the item which is not of that shape
 */
export function secretObjectsOf(objects: string | undefined): SecretObject[] {
  if (objects === undefined || objects.trim() === "") return [];
  const document = objectsDocument.safeParse(parseYaml(objects, "objects"));
  if (!document.success) {
    throw new Error("objects must be a YAML mapping with one member, array, of strings ('- |').");
  }
  return (document.data?.array ?? []).map((item, index) => {
    const found = secretObject.safeParse(parseYaml(item, `array[${index}]`));
    if (!found.success) {
      throw new Error(`array[${index}] must be YAML with objectName and objectType.`);
    }
    const { objectName, objectAlias } = found.data;
    return { objectName, path: objectAlias ?? objectName };
  });
}

function parseYaml(text: string, what: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(
      `${what} is not YAML: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
