import {
  Combobox,
  Field,
  Option,
  OptionGroup,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState, type ReactNode, type Ref } from "react";
import { fieldValidation } from "./field-validation";
import { matchingItems, type SearchableItem } from "./matching-items";

const SHOWN_AT_MOST = 100;

const useStyles = makeStyles({
  combobox: { minWidth: 0, maxWidth: "100%" },
  // Above what sticks to the bottom of the page.
  listbox: { zIndex: 2 },
  texts: { display: "flex", flexDirection: "column", minWidth: 0, flexGrow: 1 },
  firstLine: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
  description: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface PickerItem extends SearchableItem {
  id: string;
  /** Heading under which the item is listed. */
  group?: string;
  badge?: ReactNode;
  /** Why the item cannot be chosen. It is listed with the reason, but not selectable. */
  disabledReason?: string;
}

export interface PickerProps<Item extends PickerItem> {
  label: ReactNode;
  items: Item[];
  selectedId?: string;
  onSelect: (id: string | undefined) => void;
  isLoading?: boolean;
  placeholder?: string;
  error?: string;
  warning?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** Said when there is nothing to choose from. */
  emptyText?: string;
  onBlur?: () => void;
  name?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/**
 * Chooses one of many: a combobox that searches labels and descriptions while typing. Lists the
 * first 100 matches and says how many more there are.
 */
export function Picker<Item extends PickerItem>({ inputRef, ...props }: PickerProps<Item>) {
  const { items, selectedId, onSelect, isLoading = false, error, warning, hint } = props;
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [query, setQuery] = useState<string>();

  const selected = items.find((item) => item.id === selectedId);
  const shownValue = query ?? selected?.label ?? selectedId ?? "";
  const matches = useMemo(() => matchingItems(items, query ?? ""), [items, query]);

  return (
    <Field
      label={<>{props.label}</>}
      hint={hint === undefined ? undefined : <>{hint}</>}
      required={props.required}
      {...fieldValidation({ error, warning })}
    >
      <Combobox
        className={styles.combobox}
        ref={inputRef}
        name={props.name}
        input={{ autoComplete: "off", spellCheck: false }}
        // Beside the field, so that it is part of a landmark and scrolls along.
        inlinePopup
        listbox={{ className: styles.listbox }}
        positioning={{ position: "below", align: "start", matchTargetSize: "width" }}
        clearable={!props.required}
        disabled={props.disabled}
        placeholder={isLoading ? "Loading…" : props.placeholder}
        open={isOpen}
        value={shownValue}
        selectedOptions={selectedId === undefined ? [] : [selectedId]}
        onOpenChange={(_, data) => {
          setIsOpen(data.open);
          if (!data.open) setQuery(undefined);
        }}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setIsOpen(true);
        }}
        onOptionSelect={(_, data) => {
          setQuery(undefined);
          onSelect(data.optionValue);
        }}
        onBlur={props.onBlur}
      >
        {grouped(matches.slice(0, SHOWN_AT_MOST)).map(([group, members]) =>
          group === undefined ? (
            optionsOf(members)
          ) : (
            <OptionGroup key={group} label={group}>
              {optionsOf(members)}
            </OptionGroup>
          ),
        )}
        <PickerRemark
          isLoading={isLoading}
          matches={matches.length}
          query={query}
          emptyText={props.emptyText}
        />
      </Combobox>
    </Field>
  );
}

/** Items by heading, headings in the order of their first items. */
function grouped(items: PickerItem[]): [group: string | undefined, members: PickerItem[]][] {
  const groups = new Map<string | undefined, PickerItem[]>();
  for (const item of items) {
    groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  }
  return [...groups];
}

/** Elements rather than a component: the combobox looks for its options among its children. */
function optionsOf(items: PickerItem[]) {
  return items.map((item) => (
    <Option
      key={item.id}
      value={item.id}
      text={item.label}
      disabled={item.disabledReason !== undefined}
    >
      <PickerOption item={item} />
    </Option>
  ));
}

function PickerOption({ item }: { item: PickerItem }) {
  const styles = useStyles();
  return (
    <span className={styles.texts}>
      <span className={styles.firstLine}>
        <span>{item.label}</span>
        {item.badge}
      </span>
      {item.description !== undefined && (
        <span className={styles.description}>{item.description}</span>
      )}
      {item.disabledReason !== undefined && (
        <span className={styles.reason}>{item.disabledReason}</span>
      )}
    </span>
  );
}

interface PickerRemarkProps {
  isLoading: boolean;
  matches: number;
  query?: string;
  emptyText?: string;
}

/** A last line that cannot be chosen: what is still loading, missing or left out. */
function PickerRemark({ isLoading, matches, query, emptyText }: PickerRemarkProps) {
  const remark = remarkOf();
  if (remark === undefined) return null;
  return (
    <Option key="remark" value="" text={remark} disabled checkIcon={null}>
      {remark}
    </Option>
  );

  function remarkOf(): string | undefined {
    if (isLoading) return "Loading…";
    if (matches === 0 && query) return `Nothing matches “${query}”`;
    if (matches === 0) return emptyText ?? "Nothing to choose from";
    if (matches > SHOWN_AT_MOST) {
      return `${(matches - SHOWN_AT_MOST).toLocaleString("en")} more: type to search`;
    }
    return undefined;
  }
}
