import { useSettled } from "../../../../ui/use-settled";
import { childId } from "../../../../azure/resource-id";
import { endpointNameProblem, reservedNameAdvice } from "../../../../lib/endpoint-names";
import { useEndpointNameCheck } from "../../../../queries/endpoint-lookup";
import { TextField } from "../../../../ui/text-field";
import { useEditor, useTextValue } from "../../form/editor-context";
import { FieldAnchor } from "../../form/field-focus";
import { takenMessage } from "./taken-message";

const ASK_AFTER_MS = 350;

/** The endpoint's name; ARM is asked while typing whether it is free. */
export function NameField() {
  const { instance, run } = useEditor();
  const text = useTextValue("name");
  const settled = useSettled(text.value, ASK_AFTER_MS);
  const isAskable =
    instance !== undefined && settled === text.value && endpointNameProblem(settled) === undefined;
  const check = useEndpointNameCheck(
    isAskable ? childId(instance.id, "registryEndpoints", settled) : "",
  );
  const found = check.data;
  const isTaken = isAskable && found !== undefined && found !== null && !run.isLeftover(found);

  return (
    <FieldAnchor name="name">
      <TextField
        {...text}
        label="Registry endpoint name"
        required
        error={isTaken ? takenMessage(found) : text.error}
        warning={
          reservedNameAdvice(text.value) ??
          (isAskable && check.isError
            ? "Whether the name is free could not be checked; it is checked again before creating."
            : undefined)
        }
        hint={hint(isAskable && check.isFetching, isAskable && found === null, instance?.name)}
      />
    </FieldAnchor>
  );
}

function hint(isChecking: boolean, isFree: boolean, instanceName: string | undefined): string {
  if (isChecking) {
    return "Checking whether the name is free…";
  }
  return isFree
    ? `This name is free on ${instanceName ?? "the instance"}.`
    : "3 to 63 lower-case letters, digits and hyphens. It cannot be changed later.";
}
