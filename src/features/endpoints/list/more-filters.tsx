import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { endpointFields, type FacetId } from "../../../lib/endpoint-query/fields";
import { MoreFiltersButton } from "./more-filters-button";

// Above the header and the first column of the table, which stay in view.
const useStyles = makeStyles({ menu: { zIndex: 3 } });

interface MoreFiltersProps {
  /** Whether none is there beside them. */
  areFirst: boolean;
  others: readonly FacetId[];
  onAdd: (facet: FacetId) => void;
}

/** The filters that are not shown, to be added. */
export function MoreFilters({ areFirst, others, onAdd }: MoreFiltersProps) {
  const styles = useStyles();
  return (
    // Within the page's landmark, beside its button.
    <Menu inline positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <MoreFiltersButton areFirst={areFirst} />
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {others.map((id) => (
            <MenuItem key={id} onClick={() => onAdd(id)}>
              {endpointFields[id].label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
