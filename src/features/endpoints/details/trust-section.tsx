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
      items={codeSigningCas.map((ca, at) => {
        const { kind, ref } = kindAndRef(ca);
        return { label: `${at + 1}. ${kind}`, value: ref };
      })}
    />
  );
}

/** A type that this portal does not know yet is shown as Azure reports it. */
function kindAndRef(ca: CodeSigningCa | { type: unknown }): { kind: string; ref: string } {
  if (ca.type === "ConfigMap" && "configMapRef" in ca) {
    return { kind: "Config map", ref: ca.configMapRef };
  }
  if (ca.type === "Secret" && "secretRef" in ca) return { kind: "Secret", ref: ca.secretRef };
  return { kind: "Unknown", ref: JSON.stringify(ca) };
}
