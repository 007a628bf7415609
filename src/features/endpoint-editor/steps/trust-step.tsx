import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Add20Regular, Delete20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import { useController, useFieldArray, useWatch } from "react-hook-form";
import { Note } from "../../../ui/note";
import { SelectField } from "../../../ui/select-field";
import { TextField } from "../../../ui/text-field";
import { useRefusal, useTextValue } from "../form/editor-context";
import type { EditorValues } from "../form/editor-values";
import { FieldAnchor } from "../form/field-focus";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(120px, 1fr) 3fr auto",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
  },
  remove: { marginTop: "26px" },
  add: { alignSelf: "flex-start" },
});

/** Keys that artifacts must be signed with: none unless added. */
export function TrustStep() {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const { fields, append, remove } = useFieldArray<EditorValues, "codeSigningCas">({
    name: "codeSigningCas",
  });
  const rows = useWatch<EditorValues, "codeSigningCas">({ name: "codeSigningCas" });
  const refused = useRefusal("codeSigningCas", rows);

  function removeRow(index: number) {
    // Focus stays near: on the row that moves up, else on the one before, else on Add.
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>("button[data-remove]") ?? [];
    (buttons[index + 1] ?? buttons[index - 1] ?? add.current)?.focus();
    remove(index);
  }

  return (
    <>
      <Text>
        Optional. Name the Kubernetes secrets or config maps that hold the certificates which
        artifacts must be signed with. They must exist on the cluster; the portal cannot check that.
      </Text>
      {refused !== undefined && (
        <Note intent="error" title="Azure refused the trust settings">
          {refused}
        </Note>
      )}
      <FieldAnchor name="codeSigningCas">
        {fields.length > 0 && (
          <ul className={styles.list} ref={list} aria-label="Signing keys">
            {fields.map((row, index) => (
              <li key={row.id} className={styles.row}>
                <TrustRowFields index={index} />
                <Button
                  className={styles.remove}
                  appearance="subtle"
                  icon={<Delete20Regular />}
                  aria-label={`Remove signing key ${index + 1}`}
                  data-remove=""
                  onClick={() => removeRow(index)}
                />
              </li>
            ))}
          </ul>
        )}
        <Button
          ref={add}
          className={styles.add}
          icon={<Add20Regular />}
          onClick={() =>
            append(
              { type: "Secret", name: "" },
              { focusName: `codeSigningCas.${fields.length}.name` },
            )
          }
        >
          Add signing key
        </Button>
      </FieldAnchor>
      <Note intent="info" title="What changed">
        Documents of the 2025 preview have trustSettings with trustedSigningKeys. Since version
        2025-10-01 of the API this list, codeSigningCas, takes their place.
      </Note>
    </>
  );
}

function TrustRowFields({ index }: { index: number }) {
  const ordinal = index + 1;
  const { field } = useController<EditorValues, `codeSigningCas.${number}.type`>({
    name: `codeSigningCas.${index}.type`,
  });
  const text = useTextValue(`codeSigningCas.${index}.name`);
  return (
    <>
      <SelectField
        label={`Kind of key ${ordinal}`}
        value={field.value}
        onChange={(value) => field.onChange(value satisfies string)}
        options={[
          { value: "Secret", label: "Secret" },
          { value: "ConfigMap", label: "ConfigMap" },
        ]}
      />
      <FieldAnchor name={text.name}>
        <TextField {...text} label={`Name of key ${ordinal}`} required />
      </FieldAnchor>
    </>
  );
}
