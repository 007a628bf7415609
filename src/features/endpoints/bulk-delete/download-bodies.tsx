import { Button } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { documentOf, type EndpointDocument } from "../../../azure/iot-operations/endpoint-document";
import { someAtATime } from "../../../lib/some-at-a-time";
import { useAzure } from "../../../queries/azure-context";
import type { BulkTarget } from "../../../queries/bulk-deletion/bulk-row";
import { useAnnounce } from "../../../ui/announcer";
import { downloadText } from "../../../ui/download-text";
import { countOf } from "../list/count-of";
import { templateOf } from "./template-of";

const READ_AT_A_TIME = 6;

/** Takes endpoints away as one deployment template: what was kept of them, and of the others what is read now. */
export function DownloadBodies({
  targets,
}: {
  targets: readonly (BulkTarget & { document?: EndpointDocument })[];
}) {
  const { registryEndpoints } = useAzure();
  const announce = useAnnounce();
  const [read, setRead] = useState<number>();
  const reading = useRef<AbortController>(undefined);
  useEffect(() => {
    return () => reading.current?.abort();
  }, []);
  const download = async () => {
    const { signal } = (reading.current = new AbortController());
    const found: { id: string; document: EndpointDocument }[] = [];
    let missing = 0;
    setRead(0);
    await someAtATime(targets, { places: READ_AT_A_TIME, signal }, async ({ id, document }) => {
      try {
        const kept =
          document ??
          documentOf(await registryEndpoints.get(id, { signal, priority: "background" }));
        found.push({ id, document: kept });
      } catch {
        missing += 1;
      }
      if (!signal.aborted) setRead(found.length + missing);
    });
    // Whoever has closed the panel wants no file any more.
    if (signal.aborted) return;
    setRead(undefined);
    downloadText("registry-endpoints.json", templateOf(found), "application/json");
    announce(
      `${countOf(found.length, "registry endpoint")} downloaded${missing > 0 ? `, ${missing} could not be read` : ""}`,
    );
  };
  return (
    <Button
      icon={<ArrowDownload20Regular />}
      disabledFocusable={read !== undefined || targets.length === 0}
      onClick={() => void download()}
    >
      {read === undefined ? "Download as ARM template" : `Reading ${read} of ${targets.length}…`}
    </Button>
  );
}
