import { Text } from "@fluentui/react-components";
import type { CodeSigningCa } from "../../../azure/iot-operations/registry-endpoint";
import { Facts } from "../../../ui/facts";

interface TrustSectionProps {
  codeSigningCas: readonly CodeSigningCa[] | null | undefined;
}

/** The certificate authorities that signatures of artifacts are checked with. */
export function TrustSection({ codeSigningCas }: TrustSectionProps) {
  if (!codeSigningCas || codeSigningCas.length === 0) {
    return <Text>No code signing authority is set: signatures of artifacts are not checked.</Text>;
  }
  return (
    <Facts
      label="Code signing authorities"
      items={codeSigningCas.map((ca, at) => ({
        label: `${at + 1}. ${labelOf(ca)}`,
        value: referenceOf(ca),
      }))}
    />
  );
}

const LABELS: Partial<Record<string, string>> = { ConfigMap: "Config map" };

function labelOf({ type }: CodeSigningCa): string {
  return LABELS[type] ?? type;
}

/** What Azure says of a kind of authority that is not known here is shown as it is. */
function referenceOf(ca: CodeSigningCa): string {
  switch (ca.type) {
    case "ConfigMap":
      return ca.configMapRef;
    case "Secret":
      return ca.secretRef;
    default:
      return JSON.stringify(ca);
  }
}
