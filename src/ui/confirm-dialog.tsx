import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useReturnFocus } from "./return-focus";
import { TextField } from "./text-field";
import { TypedWord } from "./typed-word";

const useStyles = makeStyles({
  surface: { maxWidth: "520px" },
  content: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ":hover:active": { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  /** The person must type this before confirming. */
  typeToConfirm?: string;
  /** Cannot be undone: the button is red, and the focus starts on the one that cancels. */
  danger?: boolean;
  /** `Cancel` unless told. */
  cancelLabel?: string;
  /** The confirmed action is under way: nothing can be pressed and the dialog stays. */
  isBusy?: boolean;
  busyLabel?: string;
  /** What is under way goes on without the dialog: it can be closed meanwhile. */
  canCloseWhileBusy?: boolean;
  /** It is done: nothing is left to cancel. */
  isOver?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be undone. Focus goes back to where it was on closing. */
export function ConfirmDialog({ isOpen, ...props }: ConfirmDialogProps) {
  return isOpen ? <OpenConfirmDialog {...props} /> : null;
}

function OpenConfirmDialog(props: Omit<ConfirmDialogProps, "isOpen">) {
  const { title, children, confirmLabel, typeToConfirm, danger, isBusy, busyLabel } = props;
  const { cancelLabel = "Cancel", canCloseWhileBusy = false, isOver = false } = props;
  const isHeld = isBusy === true && !canCloseWhileBusy;
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  useReturnFocus();
  const cancel = useRef<HTMLButtonElement>(null);
  const startsOnCancel = danger === true && typeToConfirm === undefined;
  useEffect(() => {
    // Runs after the dialog has put the focus on its first button, which would be the dangerous one.
    if (startsOnCancel) cancel.current?.focus();
  }, [startsOnCancel]);
  const isConfirmable = !isBusy && (typeToConfirm === undefined || typed === typeToConfirm);

  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !isHeld) props.onCancel();
      }}
    >
      <DialogSurface className={styles.surface}>
        <form
          // What is missing is said at its field, in the portal's own words.
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (isConfirmable) props.onConfirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              {typeToConfirm !== undefined && (
                <TextField
                  label={
                    <>
                      Type <TypedWord>{typeToConfirm}</TypedWord> to confirm
                    </>
                  }
                  value={typed}
                  onChange={setTyped}
                  disabled={isBusy}
                  autoComplete="off"
                />
              )}
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                className={danger && isConfirmable ? styles.danger : undefined}
                disabledFocusable={!isConfirmable}
                icon={isBusy ? <Spinner size="tiny" role="presentation" /> : undefined}
              >
                {isBusy ? (busyLabel ?? confirmLabel) : confirmLabel}
              </Button>
              {!isOver && (
                <Button disabledFocusable={isHeld} onClick={props.onCancel} ref={cancel}>
                  {cancelLabel}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
