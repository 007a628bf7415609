import { ToggleButton } from "@fluentui/react-components";
import { DataBarHorizontal20Regular } from "@fluentui/react-icons";
import { useChartsShown } from "./charts-place";

/** Shows and hides the charts. */
export function ChartsToggle() {
  const [isShown, show] = useChartsShown();
  return (
    <ToggleButton
      size="small"
      appearance="subtle"
      icon={<DataBarHorizontal20Regular />}
      checked={isShown}
      onClick={() => show(!isShown)}
    >
      Charts
    </ToggleButton>
  );
}
