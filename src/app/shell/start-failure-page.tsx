import type { Failure } from "../../lib/failure";
import { FailureMessage } from "../../ui/failure-message";
import { PageHeader } from "../../ui/page-header";
import { ConfigError } from "../config";
import { FullPage } from "./full-page";
import { pageFailure } from "./page-failure";

/** The portal could not start: a wrong `config.json`, or something that did not load. */
export function StartFailurePage({ error }: { error: unknown }) {
  const isConfig = error instanceof ConfigError;
  return (
    <FullPage>
      <PageHeader title={isConfig ? "The portal is not configured" : "The portal did not start"} />
      <FailureMessage
        failure={isConfig ? configFailure(error) : pageFailure(error)}
        onRetry={() => window.location.reload()}
      />
    </FullPage>
  );
}

function configFailure(error: ConfigError): Failure {
  return {
    title:
      error.member === undefined
        ? "config.json cannot be used"
        : `config.json: “${error.member}” is wrong`,
    message: `It must be ${error.expected}.`,
    nextStep: "Whoever runs this portal corrects config.json beside index.html; then try again.",
    canRetry: true,
  };
}
