import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  link: {
    position: "absolute",
    zIndex: 10,
    top: tokens.spacingVerticalXS,
    left: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    ":not(:focus)": { transform: "translateY(-200%)" },
  },
});

/** The first stop of the Tab key: past the bars, to the page. */
export function SkipLink({ targetId }: { targetId: string }) {
  return (
    <a
      className={useStyles().link}
      href={`#${targetId}`}
      onClick={(event) => {
        // Focus without a change of the address, which belongs to the router.
        event.preventDefault();
        document.getElementById(targetId)?.focus();
      }}
    >
      Skip to main content
    </a>
  );
}
