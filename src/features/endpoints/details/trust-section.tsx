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
        label: `${at + 1}. ${ca.type === "ConfigMap" ? "Config map" : "Secret"}`,
        value: ca.type === "ConfigMap" ? ca.configMapRef : ca.secretRef,
      }))}
    />
  );
}
