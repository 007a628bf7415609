import { Button, Spinner, Text, makeStyles, tokens } from "@fluentui/react-components";
import { CloudLinkRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { FailureMessage } from "../../ui/failure-message";
import { Note } from "../../ui/note";
import { PageHeader } from "../../ui/page-header";
import { PRODUCT_NAME } from "../product";
import { FullPage } from "../shell/full-page";
import type { Departure } from "./departures";
import type { Session } from "./session";
import { signInFailure } from "./sign-in-failure";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  actions: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  remark: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface SignedOutPageProps {
  /** Without it, sign-in is still being prepared. */
  session?: Session;
  /** How the person came here from the shell. */
  departure?: Departure;
}

/** What the product is, and the way in. */
export function SignedOutPage({ session, departure }: SignedOutPageProps) {
  const styles = useStyles();
  const [isWanted, setIsWanted] = useState(false);
  const [error, setError] = useState<unknown>();

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
        See, create, edit and remove the <strong>registry endpoints</strong> of your Azure IoT
        Operations instances: which container registry each one pulls from, and how it signs in
        there.
      </Text>
      <ul className={styles.list}>
        <li>One list over every subscription and site you can see</li>
        <li>Creation step by step, with the Key Vault secrets it needs</li>
        <li>Every endpoint as ARM JSON, Bicep, Azure CLI or Kubernetes YAML</li>
      </ul>
      {departure && !isWanted && <DepartureRemark departure={departure} />}
      {failed !== undefined && !isWanted && (
        <FailureMessage failure={signInFailure(failed, "You could not be signed in")} />
      )}
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

function DepartureRemark({ departure }: { departure: Departure }) {
  if (departure.isElsewhere) {
    return (
      <Note intent="info" title="You are signed out">
        Your account was signed out or switched in another tab of this browser.
      </Note>
    );
  }
  const title = "You are signed out of the portal, but not of Microsoft";
  const nextStep = "To end the session too, close every window of the browser.";
  return <FailureMessage failure={signInFailure(departure.error, title, nextStep)} />;
}
