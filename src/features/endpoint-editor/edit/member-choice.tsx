import {
  Field,
  Radio,
  RadioGroup,
  Subtitle2,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { isFormMember, type MemberDifference } from "./three-way";
import type { FormMember } from "./update-document";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0 },
  versions: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(200px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Which version of a member is kept: the typed one or Azure's. */
export type Side = "mine" | "theirs";

const LABELS: Record<FormMember, string> = {
  host: "Hostname",
  authentication: "Authentication",
  codeSigningCas: "Trust",
};

interface MemberChoiceProps {
  difference: MemberDifference;
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

/** One member in its three versions, and which one to keep. */
export function MemberChoice({ difference, side, onChoose }: MemberChoiceProps) {
  const styles = useStyles();
  const { member, isConflict, base, mine, theirs } = difference;
  const label = isFormMember(member) ? LABELS[member] : member;
  return (
    <section className={styles.root} aria-label={label}>
      <Subtitle2 as="h3" className={styles.title}>
        {label}
      </Subtitle2>
      <dl className={styles.versions}>
        <Version term="When you opened it" value={base} />
        {isConflict && <Version term="Yours" value={mine} />}
        <Version term="In Azure now" value={theirs} />
      </dl>
      {isFormMember(member) ? (
        <Field label={`Keep for ${label}`} required={side === undefined}>
          <RadioGroup
            layout="horizontal"
            value={side ?? ""}
            onChange={(_, { value }) => onChoose(value === "mine" ? "mine" : "theirs")}
          >
            <Radio value="mine" label={isConflict ? "Mine" : "As I opened it"} />
            <Radio value="theirs" label="Azure’s" />
          </RadioGroup>
        </Field>
      ) : (
        <span>The form does not show this member: it stays as Azure has it.</span>
      )}
    </section>
  );
}

function Version({ term, value }: { term: string; value: unknown }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{textOf(value)}</dd>
    </div>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "Not set";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
