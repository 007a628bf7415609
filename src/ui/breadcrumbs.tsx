import {
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
} from "@fluentui/react-components";
import { Fragment, type MouseEvent } from "react";
import { isPlainClick } from "./plain-click";

const useStyles = makeStyles({
  // The first link's padding is not to indent it against the heading below.
  root: { marginLeft: "-7px", "& ol": { flexWrap: "wrap" } },
  current: { maxWidth: "100%", overflow: "hidden", textOverflow: "ellipsis" },
});

export interface BreadcrumbsProps {
  /** From the outermost page to the current one, which has no `href`. */
  items: { label: string; href?: string; onNavigate?: () => void }[];
}

/** The way from the start to this page. A plain click calls `onNavigate`; others follow `href`. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  const styles = useStyles();
  return (
    <Breadcrumb className={styles.root} size="small" aria-label="Breadcrumb">
      {items.map((item, index) => (
        <Fragment key={`${index} ${item.label}`}>
          {index > 0 && <BreadcrumbDivider />}
          <BreadcrumbItem>
            {item.href === undefined ? (
              <BreadcrumbButton current className={styles.current}>
                {item.label}
              </BreadcrumbButton>
            ) : (
              <BreadcrumbButton
                as="a"
                href={item.href}
                onClick={(event: MouseEvent) => {
                  if (!item.onNavigate || !isPlainClick(event)) return;
                  event.preventDefault();
                  item.onNavigate();
                }}
              >
                {item.label}
              </BreadcrumbButton>
            )}
          </BreadcrumbItem>
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
