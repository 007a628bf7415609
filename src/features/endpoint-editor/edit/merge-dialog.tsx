import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { formatDateAndTime } from "../../../ui/relative-time";
import { useReturnFocus } from "../../../ui/return-focus";
import { MemberChoice, type Side } from "./member-choice";
import { isFormMember, type MemberDifference } from "./three-way";
import type { FormMember } from "./update-document";

const useStyles = makeStyles({
  surface: { maxWidth: "760px" },
  content: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    overflowWrap: "anywhere",
  },
  text: { margin: 0 },
});

interface MergeDialogProps {
  theirs: RegistryEndpoint;
  differences: readonly MemberDifference[];
  /** The members that are to be as Azure has them now; the others stay as typed. */
  onMerge: (adopted: FormMember[]) => void;
  onCancel: () => void;
}

/** Asks, member by member, what to keep of an endpoint that somebody else changed meanwhile. */
export function MergeDialog({ theirs, differences, onMerge, onCancel }: MergeDialogProps) {
  const styles = useStyles();
  useReturnFocus();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = ({ member, isConflict }: MemberDifference): Side | undefined =>
    sides[member] ?? (isConflict ? undefined : "theirs");
  const choices = differences.filter(({ member }) => isFormMember(member));
  const isDecided = choices.every((difference) => sideOf(difference) !== undefined);

  const merge = () => {
    const adopted = choices.filter((difference) => sideOf(difference) === "theirs");
    onMerge(adopted.map(({ member }) => member).filter(isFormMember));
  };
  return (
    <Dialog
      open
      modalType="modal"
      onOpenChange={(_, { open }) => {
        if (!open) onCancel();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>“{theirs.name}” was changed since you opened it</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.text}>
              {whoAndWhen(theirs)} Nothing of yours has been sent. Choose what to keep; you see the
              result before it is saved.
            </p>
            {differences.map((difference) => (
              <MemberChoice
                key={difference.member}
                difference={difference}
                side={sideOf(difference)}
                onChoose={(side) => setSides({ ...sides, [difference.member]: side })}
              />
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={!isDecided} onClick={merge}>
              Apply and review
            </Button>
            <Button onClick={onCancel}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function whoAndWhen({ systemData }: RegistryEndpoint): string {
  const { lastModifiedBy, lastModifiedAt } = systemData ?? {};
  if (lastModifiedBy === undefined || lastModifiedAt === undefined) {
    return "Somebody changed it in Azure.";
  }
  return `${lastModifiedBy} changed it at ${formatDateAndTime(lastModifiedAt)}.`;
}
