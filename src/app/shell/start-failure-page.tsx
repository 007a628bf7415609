import { Text } from "@fluentui/react-components";
import example from "../../../config.example.json?raw";
import type { Failure } from "../../lib/failure";
import { CodeBlock } from "../../ui/code-block";
import { FailureMessage } from "../../ui/failure-message";
import { PageHeader } from "../../ui/page-header";
import { ConfigError, MissingConfigError } from "../config";
import { FullPage } from "./full-page";
import { pageFailure } from "./page-failure";

/** The portal could not start: a missing or wrong `config.json`, or something that did not load. */
export function StartFailurePage({ error }: { error: unknown }) {
  const isConfig = error instanceof ConfigError;
  return (
    <FullPage>
      <PageHeader title={isConfig ? "The portal is not configured" : "The portal did not start"} />
      <FailureMessage
        failure={isConfig ? configFailure(error) : pageFailure(error)}
        onRetry={() => window.location.reload()}
      />
      {error instanceof MissingConfigError && <ConfigExample />}
    </FullPage>
  );
}

function ConfigExample() {
  return (
    <>
      <Text>
        Write a file <strong>config.json</strong> beside index.html on the server. Replace the zeros
        of <strong>clientId</strong> with the application (client) id of your app registration, and
        those of <strong>authority</strong> with your tenant id.
      </Text>
      <CodeBlock code={example.trim()} label="config.json" fileName="config.json" />
    </>
  );
}

function configFailure(error: ConfigError): Failure {
  if (error instanceof MissingConfigError) {
    return {
      title: "config.json is missing",
      message: `There is no file at ${window.location.origin}/config.json, which tells the portal which tenant to sign in to.`,
      nextStep: "Whoever runs this portal puts it there, as described below; then try again.",
      canRetry: true,
    };
  }
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
