import {
  ArrowClockwise20Regular,
  Copy20Regular,
  Delete20Regular,
  DocumentCopy20Regular,
  Edit20Regular,
  Open20Regular,
} from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { endpointEditPath } from "../../../lib/endpoint-url";
import { portalLink, useCloud } from "../../../queries/cloud";
import { usePermissions } from "../../../queries/permissions";
import { Command, CommandBar } from "../../../ui/command-bar";
import { DELETE_ACTION } from "../endpoint-actions";
import { endpointShortcuts } from "../endpoint-shortcuts";
import { useCopyText } from "../use-copy-text";

interface EndpointCommandsProps {
  id: string;
  isFetching: boolean;
  isDeleting: boolean;
  onRefresh: () => void;
  onDelete: () => void;
}

/** What can be done with the endpoint. */
export function EndpointCommands(props: EndpointCommandsProps) {
  const { id } = props;
  const navigate = useNavigate();
  const cloud = useCloud();
  const copyText = useCopyText();
  const mayDelete = usePermissions(id).allows(DELETE_ACTION) !== false;
  return (
    <CommandBar label="Registry endpoint">
      <Command
        icon={<ArrowClockwise20Regular />}
        label="Refresh"
        shortcut={endpointShortcuts.refresh}
        onClick={props.onRefresh}
        disabledReason={props.isFetching ? "Being read right now." : undefined}
      />
      <Command
        icon={<Edit20Regular />}
        label="Edit"
        shortcut={endpointShortcuts.edit}
        onClick={() => void navigate({ href: endpointEditPath(id) })}
        disabledReason={props.isDeleting ? "It is being deleted." : undefined}
      />
      <Command
        icon={<DocumentCopy20Regular />}
        label="Duplicate"
        onClick={() => void navigate({ to: "/endpoints/new", search: { from: id } })}
      />
      <Command
        icon={<Delete20Regular />}
        label="Delete"
        onClick={props.onDelete}
        disabledReason={
          props.isDeleting
            ? "It is being deleted."
            : mayDelete
              ? undefined
              : `Your roles do not include ${DELETE_ACTION} on this endpoint.`
        }
      />
      <Command icon={<Copy20Regular />} label="Copy id" onClick={() => copyText("id", id)} />
      <Command
        icon={<Open20Regular />}
        label="Open in Azure portal"
        onClick={() => window.open(portalLink(cloud, id), "_blank", "noreferrer")}
      />
    </CommandBar>
  );
}
