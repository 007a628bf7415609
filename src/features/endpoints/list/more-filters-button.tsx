import { Button, makeStyles, tokens, type ButtonProps } from "@fluentui/react-components";
import { Add16Regular, Filter16Regular } from "@fluentui/react-icons";

const useStyles = makeStyles({ root: { fontWeight: tokens.fontWeightRegular } });

type MoreFiltersButtonProps = ButtonProps & {
  /** Whether no filter is there beside it. */
  areFirst: boolean;
};

/** Opens the menu of the filters that are not shown, and stands there alone until that menu is downloaded. */
export function MoreFiltersButton({ areFirst, ...props }: MoreFiltersButtonProps) {
  return (
    <Button
      {...props}
      appearance="subtle"
      className={useStyles().root}
      icon={areFirst ? <Filter16Regular /> : <Add16Regular />}
    >
      {areFirst ? "Filters" : "More filters"}
    </Button>
  );
}
