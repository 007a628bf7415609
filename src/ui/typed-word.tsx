import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
});

/** What a person is to type, set off from the words around it. */
export function TypedWord({ children }: { children: ReactNode }) {
  return <code className={useStyles().root}>{children}</code>;
}
