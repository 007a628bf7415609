import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { vaultSecretNameProblem } from "../../../lib/kubernetes-names";
import { TextField } from "../../../ui/text-field";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    rowGap: tokens.spacingVerticalS,
  },
  button: { alignSelf: "start" },
});

export interface TypedSecretNameProps {
  name: string;
  onSelect: (name: string) => void;
}

/** Names a secret that cannot be looked up. */
export function TypedSecretName({ name, onSelect }: TypedSecretNameProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(name);
  const [isChecked, setIsChecked] = useState(false);
  const problem = vaultSecretNameProblem(typed);
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setIsChecked(true);
        if (problem === undefined) onSelect(typed);
      }}
    >
      <TextField
        label="Secret name"
        value={typed}
        onChange={setTyped}
        error={isChecked ? problem : undefined}
      />
      <Button className={styles.button} type="submit" appearance="primary">
        Use this name
      </Button>
    </form>
  );
}
