import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { endpointPath } from "../../../lib/endpoint-url";
import type { EditorValues } from "../form/editor-values";
import { useWizard } from "../use-wizard";
import { WizardForm } from "../wizard-form";
import { MergeDialog } from "./merge-dialog";
import { adoptMembers, compareThreeWays } from "./three-way";
import { updateDocument } from "./update-document";
import { useUpdateRun } from "./use-update-run";

interface EditWizardProps {
  /** As ARM has it now. */
  loaded: RegistryEndpoint;
  /** The form filled from it. */
  baseline: EditorValues;
}

/** The whole edit of one endpoint: form, draft, guard, saving, and what to keep if it changed meanwhile. */
export function EditWizard({ loaded, baseline }: EditWizardProps) {
  const navigate = useNavigate();
  const wizard = useWizard({ edit: loaded.id }, baseline, loaded);
  const { form, draft, instance } = wizard;
  const base = draft.base ?? loaded;
  const [theirs, setTheirs] = useState<RegistryEndpoint>();
  const version = instance?.version;
  const run = useUpdateRun({
    base,
    instanceVersion: version,
    getValues: form.getValues,
    onChangedMeanwhile: setTheirs,
    onRefused: wizard.refuse,
    onUpdated: ({ id }) => {
      if (draft.isOver()) return;
      draft.finish();
      void navigate({ href: endpointPath(id) });
    },
  });
  return (
    <>
      <WizardForm
        wizard={wizard}
        run={run}
        base={base}
        place={{ key: `edit ${base.id}`, name: base.name }}
      />
      {theirs !== undefined && (
        <MergeDialog
          theirs={theirs}
          differences={compareThreeWays(
            base,
            updateDocument(base, form.getValues(), version),
            theirs,
          )}
          onCancel={() => setTheirs(undefined)}
          onMerge={(adopted) => {
            const merged = adoptMembers(form.getValues(), theirs, adopted);
            draft.rebase(theirs);
            form.reset(merged, { keepDefaultValues: true });
            setTheirs(undefined);
          }}
        />
      )}
    </>
  );
}
