import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { readHost, type HostReading } from "../../../../lib/host";
import {
  placeholderProblem,
  placeholdersIn,
  presetOf,
  registryPresets,
  type RegistryPreset,
} from "../../../../lib/registry-presets";
import { Note } from "../../../../ui/note";
import { TextField } from "../../../../ui/text-field";
import { useEditor, useTextValue } from "../../form/editor-context";
import type { EditorValues } from "../../form/editor-values";
import { FieldAnchor, focusField } from "../../form/field-focus";

const useStyles = makeStyles({
  presets: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Any registry by its hostname: what is pasted is taken apart, and what was left out is said. */
export function HostField() {
  const styles = useStyles();
  const form = useFormContext<EditorValues>();
  const { instance } = useEditor();
  const text = useTextValue("hostText");
  const [tidied, setTidied] = useState<HostReading>();
  const live = readHost(text.value, instance?.version);
  // After tidying, the text is clean: what was said of the pasted one stays until it changes.
  const reading = tidied?.host === text.value ? tidied : live;
  const isTemplate = placeholdersIn(text.value).length > 0;

  function tidy() {
    if (live.host !== "" && live.host !== text.value && !isTemplate) {
      setTidied(live);
      form.setValue("hostText", live.host, { shouldDirty: true, shouldTouch: true });
    }
    text.onBlur();
  }

  function choose(preset: RegistryPreset) {
    setTidied(undefined);
    form.clearErrors("hostText");
    form.setValue("hostText", preset.hostTemplate, { shouldDirty: true });
    // The field selects its placeholder when it is focused, which must be there by then.
    requestAnimationFrame(() => focusField("hostText"));
  }

  return (
    <>
      <div role="group" aria-label="Presets" className={styles.presets}>
        {registryPresets.map((preset) => (
          <Button key={preset.id} size="small" shape="circular" onClick={() => choose(preset)}>
            {preset.label}
          </Button>
        ))}
      </div>
      <FieldAnchor name="hostText">
        <TextField
          {...text}
          onFocus={({ currentTarget }) => selectPlaceholder(currentTarget)}
          onBlur={tidy}
          label="Hostname"
          required
          placeholder="ghcr.io"
          hint="Type a hostname, or paste an address or image reference: it is taken apart for you."
          warning={placeholderProblem(text.value) ?? reading.warnings[0]}
        />
      </FieldAnchor>
      {!isTemplate && reading.explanation.length > 0 && (
        <Note intent="info" title={`Read as ${reading.host}`}>
          <ul className={styles.list}>
            {reading.explanation.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Note>
      )}
      {!isTemplate && reading.warnings.length > 1 && (
        <Note intent="warning">{reading.warnings.slice(1).join(" ")}</Note>
      )}
      <PresetAdvice kind={live.kind} />
    </>
  );
}

/** Puts the caret on what is to be replaced first. */
function selectPlaceholder(input: HTMLInputElement) {
  const [first] = placeholdersIn(input.value);
  if (first !== undefined) {
    const start = input.value.indexOf(first);
    input.setSelectionRange(start, start + first.length);
  }
}

function PresetAdvice({ kind }: Pick<HostReading, "kind">) {
  const preset = presetOf(kind);
  if (kind === "acr") {
    return (
      <Note intent="info">
        An Azure Container Registry is pulled from best with a managed identity.
      </Note>
    );
  }
  return preset === undefined ? null : (
    <Note intent="info" title={preset.label}>
      {preset.advice}
    </Note>
  );
}
