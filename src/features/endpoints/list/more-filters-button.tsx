import { Button, makeStyles, tokens, type ButtonProps } from "@fluentui/react-components";
import { Add16Regular, Filter16Regular } from "@fluentui/react-icons";
import type { RefAttributes } from "react";

const useStyles = makeStyles({ root: { fontWeight: tokens.fontWeightRegular } });

interface MoreFiltersButtonProps extends Omit<ButtonProps, "as">, RefAttributes<HTMLButtonElement> {
  /** Whether no filter is there beside it. */
  areFirst: boolean;
}

/** Opens the menu of the filters that are not shown, and stands there alone until that menu is downloaded. */
export function MoreFiltersButton({ areFirst, ...props }: MoreFiltersButtonProps) {
  return (
    <Button
      {...(props as ButtonProps)}
      appearance="subtle"
      className={useStyles().root}
      icon={areFirst ? <Filter16Regular /> : <Add16Regular />}
    >
      {areFirst ? "Filters" : "More filters"}
    </Button>
  );
}
