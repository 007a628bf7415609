import { Button, Text, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { CheckmarkCircle32Filled } from "@fluentui/react-icons";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import { endpointPath } from "../../../lib/endpoint-url";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXL,
  },
  icon: { color: tokens.colorStatusSuccessForeground1 },
  heading: { ...typographyStyles.subtitle1, margin: 0, ":focus": { outlineStyle: "none" } },
  text: { maxWidth: "720px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface CreatedPanelProps {
  endpoint: RegistryEndpoint;
  instanceName?: string;
  onCreateAnother: () => void;
}

/** The end of the wizard: the endpoint exists, and what one may want to do next. */
export function CreatedPanel({ endpoint, instanceName, onCreateAnother }: CreatedPanelProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className={styles.root}>
      <CheckmarkCircle32Filled className={styles.icon} aria-hidden="true" />
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        Registry endpoint “{endpoint.name}” is created
      </h2>
      <Text className={styles.text}>
        {instanceName ?? "The instance"} now has an endpoint for{" "}
        {endpoint.properties.host ?? "the registry"}. Whether pulling works shows when a graph or
        connector uses it: the endpoint itself reports no health.
      </Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={() => void navigate({ href: endpointPath(endpoint.id) })}
        >
          Go to endpoint
        </Button>
        <Button onClick={onCreateAnother}>Create another</Button>
        <Button
          onClick={() => void navigate({ to: "/endpoints/new", search: { from: endpoint.id } })}
        >
          Duplicate to another instance
        </Button>
      </div>
    </section>
  );
}
