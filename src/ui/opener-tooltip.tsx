import { Tooltip, type TooltipProps } from "@fluentui/react-components";
import { useState } from "react";

interface OpenerTooltipProps extends Pick<TooltipProps, "children"> {
  /** The button's name. */
  label: string;
  /** Whether what the button opens is open. */
  isOpen: boolean;
}

/**
 * The name of a button that opens a panel. It goes as soon as the panel is there: a tip that is still shown takes
 * the first Escape for itself.
 */
export function OpenerTooltip({ label, isOpen, children }: OpenerTooltipProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Tooltip
      content={label}
      relationship="label"
      withArrow
      visible={isShown && !isOpen}
      onVisibleChange={(_, { visible }) => setIsShown(visible)}
    >
      {children}
    </Tooltip>
  );
}
