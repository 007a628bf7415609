import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowDownload20Regular,
  BracesVariable20Regular,
  Copy20Regular,
  Open20Regular,
  Table20Regular,
} from "@fluentui/react-icons";
import type { EndpointUsage } from "../../../lib/endpoint-query/columns";
import type { EndpointQuery } from "../../../lib/endpoint-query/endpoint-query";
import { csvChunks, jsonChunks, type RowExport } from "../../../lib/endpoint-query/export-rows";
import type { FieldId } from "../../../lib/endpoint-query/fields";
import { pause } from "../../../lib/pause";
import { resourceGraphExplorerLink, useCloud } from "../../../queries/cloud";
import { allRowsKql, canPushDown } from "../../../queries/endpoint-query/to-kql";
import { useAnnounce } from "../../../ui/announcer";
import { downloadText } from "../../../ui/download-text";
import { useCopyText } from "../use-copy-text";
import { countOf, numberText } from "./count-of";
import type { FoundRows } from "./found-rows";

/** What is drawn in between: so many chunks of a file are made at a time. */
const CHUNKS_AT_A_TIME = 10;

const FORMATS = {
  csv: { chunks: csvChunks, mediaType: "text/csv" },
  json: { chunks: jsonChunks, mediaType: "application/json" },
} as const;

const NO_ROWS = "No row is shown.";
const NOT_YET = "The rows are still being looked for.";
const NO_QUERY = "Azure Resource Graph cannot filter by usage.";

const useStyles = makeStyles({
  // Above the header and the first column of the table, which stay in view.
  menu: { zIndex: 3 },
  // To be read, although the item is disabled.
  reason: { color: tokens.colorNeutralForeground2 },
});

interface TakeAwayMenuProps {
  found: FoundRows;
  /** False while there are more than these. */
  isWhole: boolean;
  /** None is found yet, and some may be. */
  isPending: boolean;
  usage: EndpointUsage;
  /** The columns of a file. */
  fields: readonly FieldId[];
  query: EndpointQuery;
}

/** Takes what is found elsewhere: as a file, or as the query that finds it. */
export function TakeAwayMenu(props: TakeAwayMenuProps) {
  const { found, isWhole, isPending, usage, fields, query } = props;
  const styles = useStyles();
  const announce = useAnnounce();
  const download = async (format: keyof typeof FORMATS) => {
    const { chunks, mediaType } = FORMATS[format];
    const parts = await inParts(chunks, { rows: found.all(), fields, usage });
    downloadText(`registry-endpoints.${format}`, parts, mediaType);
    announce(`${countOf(found.count, "registry endpoint")} downloaded as ${format.toUpperCase()}`);
  };
  const isNothing = found.count === 0;
  const file = {
    disabled: isNothing,
    subText: isNothing
      ? { className: styles.reason, children: isPending ? NOT_YET : NO_ROWS }
      : undefined,
  };
  const partly = isWhole || isNothing ? "" : ` of the ${numberText(found.count)} shown`;
  return (
    // Within the page's landmark, beside its button.
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<ArrowDownload20Regular />}>
          Export
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          <MenuItem {...file} icon={<Table20Regular />} onClick={() => void download("csv")}>
            Download CSV{partly}
          </MenuItem>
          <MenuItem
            {...file}
            icon={<BracesVariable20Regular />}
            onClick={() => void download("json")}
          >
            Download JSON{partly}
          </MenuItem>
          <MenuDivider />
          <QueryItems query={query} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The query in Azure's own language. Without one, the items say why. */
function QueryItems({ query }: { query: EndpointQuery }) {
  const copyText = useCopyText();
  const cloud = useCloud();
  const styles = useStyles();
  if (!canPushDown(query)) {
    const reason = { className: styles.reason, children: NO_QUERY };
    return (
      <>
        <MenuItem disabled icon={<Copy20Regular />} subText={reason}>
          Copy query
        </MenuItem>
        <MenuItem disabled icon={<Open20Regular />} subText={reason}>
          Open query in the Azure portal
        </MenuItem>
      </>
    );
  }
  const kql = allRowsKql(query);
  const copy = () => copyText("query", kql);
  return (
    <>
      <MenuItem icon={<Copy20Regular />} onClick={copy}>
        Copy query
      </MenuItem>
      {/* Copied while this page still has the focus, without which browsers refuse it. */}
      <MenuItemLink
        icon={<Open20Regular />}
        href={resourceGraphExplorerLink(cloud, kql)}
        target="_blank"
        rel="noreferrer"
        onClick={copy}
      >
        Open query in the Azure portal
      </MenuItemLink>
    </>
  );
}

async function inParts(
  chunksOf: (about: RowExport) => Generator<string>,
  about: RowExport,
): Promise<string[]> {
  const parts: string[] = [];
  for (const chunk of chunksOf(about)) {
    parts.push(chunk);
    if (parts.length % CHUNKS_AT_A_TIME === 0) await pause(0);
  }
  return parts;
}
