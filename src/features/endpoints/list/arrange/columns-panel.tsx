import {
  Button,
  Field,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import type { FieldId } from "../../../../lib/endpoint-query/fields";
import {
  columnChoices,
  defaultLayout,
  densities,
  withColumns,
  withMovedColumn,
  withPinned,
  type Density,
  type ListLayout,
} from "../../../../lib/endpoint-query/list-layout";
import { useAnnounce } from "../../../../ui/announcer";
import { SidePanel } from "../../../../ui/side-panel";
import { withAllShown } from "../endpoint-columns";
import { columnPlaceText } from "./arrangement-text";
import { ColumnChoice, type ColumnActions } from "./column-choice";
import type { ListView } from "../use-list-view";
import type { DrawnColumns } from "./drawn-columns";
import { useHiddenColumns } from "./use-hidden-columns";

const densityLabels: Readonly<Record<Density, string>> = {
  comfortable: "Comfortable",
  compact: "Compact",
};

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  resets: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ColumnsPanelProps {
  view: ListView;
  drawnColumns: DrawnColumns;
  onClose: () => void;
}

/** Chooses, orders and pins the columns of the list, and says how high its rows are. At once, as one goes. */
export function ColumnsPanel({ view, drawnColumns, onClose }: ColumnsPanelProps) {
  const styles = useStyles();
  const { layout, changeLayout } = view;
  const { choices, actions } = useColumnChoices(layout, changeLayout);
  const hidden = useHiddenColumns(layout, drawnColumns);
  return (
    <SidePanel isOpen title="Columns" size="small" onClose={onClose}>
      <Field label="Rows">
        <RadioGroup
          layout="horizontal"
          value={layout.density}
          onChange={(_, { value }) =>
            changeLayout((before) => ({ ...before, density: densityOf(value) }))
          }
        >
          {densities.map((density) => (
            <Radio key={density} value={density} label={densityLabels[density]} />
          ))}
        </RadioGroup>
      </Field>
      <section className={styles.section} aria-label="Columns">
        <Text as="h2" weight="semibold" className={styles.heading}>
          Columns
        </Text>
        <Text size={200} className={styles.hint}>
          In the order of the table. Pinned ones stay in view while the others scroll.
        </Text>
        <ul className={styles.list}>
          {choices.map((id) => (
            <ColumnChoice
              key={id}
              id={id}
              layout={layout}
              actions={actions}
              isHidden={hidden.includes(id)}
            />
          ))}
        </ul>
      </section>
      <div className={styles.resets}>
        <Button
          size="small"
          disabledFocusable={hidden.length === 0}
          onClick={() => changeLayout(withAllShown)}
        >
          Show hidden columns
        </Button>
        <Button
          size="small"
          disabledFocusable={Object.keys(layout.widths).length === 0}
          onClick={() => changeLayout((before) => ({ ...before, widths: {} }))}
        >
          Reset widths
        </Button>
        <Button
          size="small"
          onClick={() => {
            const { columns, pinned, widths } = defaultLayout;
            changeLayout((before) => ({ ...before, columns, pinned, widths }));
          }}
        >
          Reset columns
        </Button>
      </div>
    </SidePanel>
  );
}

/** Every column in the order of the panel: one that is left out stays where it was, to be found again. */
function useColumnChoices(
  layout: ListLayout,
  changeLayout: ListView["changeLayout"],
): { choices: readonly FieldId[]; actions: ColumnActions } {
  const announce = useAnnounce();
  const [places, setPlaces] = useState<readonly FieldId[]>(() => [
    ...layout.columns,
    ...columnChoices.filter((id) => !layout.columns.includes(id)),
  ]);
  const choices = inPlaces(places, layout.columns);
  const keepFocus = useKeptFocus(layout.columns);
  const change = (edit: (before: ListLayout) => ListLayout) => {
    keepFocus();
    setPlaces(choices);
    changeLayout(edit);
  };
  return {
    choices,
    actions: {
      onShow: (id, isShown) =>
        change((before) =>
          withColumns(
            before,
            choices.filter((one) => (one === id ? isShown : before.columns.includes(one))),
          ),
        ),
      onPin: (id, isPinned) => change((before) => withPinned(before, id, isPinned)),
      onMove: (id, step) => {
        const move = (before: ListLayout) =>
          withMovedColumn(before, id, before.columns.indexOf(id) + step);
        change(move);
        announce(columnPlaceText(id, move(layout).columns));
      },
    },
  };
}

/** The places as they are, but the shown columns among them in their order. */
function inPlaces(places: readonly FieldId[], columns: readonly FieldId[]): FieldId[] {
  const shown = columns.values();
  return places.map((id) => (columns.includes(id) ? (shown.next().value ?? id) : id));
}

/** Gives the focus back to what had it, which the browser takes away from an element that is moved. */
function useKeptFocus(moved: unknown): () => void {
  const focused = useRef<Element>(null);
  useLayoutEffect(() => {
    if (focused.current instanceof HTMLElement) focused.current.focus();
    focused.current = null;
  }, [moved]);
  return () => {
    focused.current = document.activeElement;
  };
}

function densityOf(value: string): Density {
  return densities.find((density) => density === value) ?? defaultLayout.density;
}
