import { Button, Field, Input, Text, makeStyles, tokens } from "@fluentui/react-components";
import { Search20Regular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { AzureError } from "../../../azure/http/azure-error";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { Vault } from "../../../azure/key-vault/key-vault";
import { useVaultSecrets, type VaultSecrets } from "../../../queries/key-vault";
import { FailureMessage } from "../../../ui/failure-message";
import { RowsSkeleton } from "../../../ui/loading";
import { SidePanel } from "../../../ui/side-panel";
import { LIST_ACTION, LIST_ROLE } from "../commands";
import { MissingRight } from "../missing-right";
import { countText } from "./count-text";
import { matchingSecrets } from "./matching-secrets";
import { SecretRow } from "./secret-row";
import { TypedSecretName } from "./typed-secret-name";

const SHOWN_AT_ONCE = 100;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: { alignSelf: "center" },
});

export interface SecretPickerPanelProps {
  isOpen: boolean;
  title: string;
  vault: Vault;
  selectedName: string;
  onSelect: (name: string) => void;
  onClose: () => void;
}

/** Lists and searches every secret of a vault; without the right to list, a name can be typed. */
export function SecretPickerPanel(props: SecretPickerPanelProps) {
  const { isOpen, title, onClose, ...content } = props;
  return (
    <SidePanel
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <PickerContent {...content} />
    </SidePanel>
  );
}

type PickerContentProps = Omit<SecretPickerPanelProps, "isOpen" | "title" | "onClose">;

function PickerContent({ vault, selectedName, onSelect }: PickerContentProps) {
  const { data, error, refetch } = useVaultSecrets(vault.id);
  const isRefused = error instanceof AzureError && error.status === 403;
  return (
    <>
      {isRefused && (
        <>
          <MissingRight
            title={`You may not list the secrets of ${vault.name}`}
            action={LIST_ACTION}
            role={LIST_ROLE}
            vault={{ id: vault.id }}
          >
            Type the name of a secret, or ask an administrator to run this:
          </MissingRight>
          <TypedSecretName name={selectedName} onSelect={onSelect} />
        </>
      )}
      {error && !isRefused && (
        <FailureMessage
          failure={describeFailure(error, "The vault’s secrets could not all be listed")}
          onRetry={() => void refetch()}
        />
      )}
      {(data ?? !error) && (
        <SecretSearch list={data} vault={vault} selectedName={selectedName} onSelect={onSelect} />
      )}
    </>
  );
}

interface SecretSearchProps extends PickerContentProps {
  /** Absent until the first page is there; what is typed before is kept. */
  list: VaultSecrets | undefined;
}

function SecretSearch({ list, ...props }: SecretSearchProps) {
  const [query, setQuery] = useState("");
  return (
    <>
      <Field label="Search secrets">
        <Input
          type="search"
          contentBefore={<Search20Regular />}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      {list === undefined ? (
        <RowsSkeleton label={`Loading the secrets of ${props.vault.name}`} rows={6} columns={2} />
      ) : (
        <SecretList {...list} {...props} query={query} />
      )}
    </>
  );
}

interface SecretListProps extends PickerContentProps, VaultSecrets {
  query: string;
}

function SecretList(props: SecretListProps) {
  const { secrets, isComplete, query, vault, selectedName, onSelect } = props;
  const styles = useStyles();
  const [asked, setAsked] = useState({ query, shown: SHOWN_AT_ONCE });
  // Another query begins with the first ones again.
  const shown = asked.query === query ? asked.shown : SHOWN_AT_ONCE;
  const matches = useMemo(() => matchingSecrets(secrets, query), [secrets, query]);
  const [now] = useState(() => Date.now());
  return (
    <>
      <Text size={200} role="status">
        {countText({
          all: secrets.length,
          found: matches.length,
          query,
          isComplete,
          vault: vault.name,
        })}
      </Text>
      <ul className={styles.list} aria-label={`Secrets of ${vault.name}`}>
        {matches.slice(0, shown).map((secret) => (
          <SecretRow
            key={secret.id}
            secret={secret}
            now={now}
            isSelected={secret.name === selectedName}
            onSelect={() => onSelect(secret.name)}
          />
        ))}
      </ul>
      {matches.length > shown && (
        <Button
          className={styles.more}
          onClick={() => setAsked({ query, shown: shown + SHOWN_AT_ONCE })}
        >
          Show {Math.min(SHOWN_AT_ONCE, matches.length - shown)} more
        </Button>
      )}
    </>
  );
}
