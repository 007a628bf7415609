import { Button, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { CloudLinkRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { Failure } from "../../lib/failure";
import { FailureMessage } from "../../ui/failure-message";
import { PageHeader } from "../../ui/page-header";
import { PRODUCT_NAME } from "../product";
import { FullPage } from "../shell/full-page";
import type { Session } from "./session";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  remark: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What the product is, and the way in. Without a session, sign-in is still being prepared. */
export function SignedOutPage({ session }: { session?: Session }) {
  const styles = useStyles();
  const [isWanted, setIsWanted] = useState(false);
  const [error, setError] = useState<unknown>();
  useReloadOnReturn();

  // Pressed before the sign-in library was there: signs in as soon as it is.
  useEffect(() => {
    if (!isWanted || !session) return;
    session.signIn().catch((reason: unknown) => {
      setIsWanted(false);
      setError(reason);
    });
  }, [isWanted, session]);

  const failed = error ?? session?.signInError;
  return (
    <FullPage>
      <PageHeader title={PRODUCT_NAME} icon={<CloudLinkRegular />} documentTitle="Sign in" />
      <Text>
        See, create and remove the <strong>registry endpoints</strong> of your Azure IoT Operations
        instances: which container registry each one pulls from, and how it signs in there.
      </Text>
      <ul className={styles.list}>
        <li>One list over every subscription and site you can see</li>
        <li>Creation step by step, with the Key Vault secrets it needs</li>
        <li>The same as ARM JSON, Bicep, Azure CLI or Kubernetes YAML</li>
      </ul>
      {failed !== undefined && !isWanted && <FailureMessage failure={signInFailure(failed)} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          size="large"
          icon={isWanted ? <Spinner size="tiny" role="presentation" /> : undefined}
          disabledFocusable={isWanted}
          onClick={() => setIsWanted(true)}
        >
          Sign in
        </Button>
        <Text className={styles.remark}>
          With your work account. The portal acts as you, with the rights you have in Azure, and
          keeps nothing on a server.
        </Text>
      </div>
    </FullPage>
  );
}

/** Browsers may show this page from memory after “Back” from the sign-in; it then starts afresh. */
function useReloadOnReturn(): void {
  useEffect(() => {
    const reload = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
    };
    window.addEventListener("pageshow", reload);
    return () => window.removeEventListener("pageshow", reload);
  }, []);
}

function signInFailure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const code =
    typeof error === "object" && error !== null && "errorCode" in error
      ? String(error.errorCode)
      : undefined;
  return {
    title: "You could not be signed in",
    message,
    ...(code === undefined ? {} : { code }),
    nextStep: "Sign in again. If it fails again, give the message to your administrator.",
    canRetry: false,
  };
}
