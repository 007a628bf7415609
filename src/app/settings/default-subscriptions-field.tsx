import { Field, Radio, RadioGroup, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { describeFailure } from "../../azure/http/describe-failure";
import { useDefaultSubscriptions } from "../../features/endpoints/default-subscriptions";
import type { Account } from "../../queries/azure-context";
import { subscriptionOptions } from "../../queries/subscriptions";
import { CheckboxList } from "../../ui/checkbox-list";
import { FailureMessage } from "../../ui/failure-message";
import { Loading } from "../../ui/loading";
import type { StartedApp } from "../start";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface DefaultSubscriptionsFieldProps {
  app: StartedApp;
  account: Account;
}

/** Which subscriptions the list of registry endpoints starts with. */
export function DefaultSubscriptionsField({ app, account }: DefaultSubscriptionsFieldProps) {
  const styles = useStyles();
  const [ids, setIds] = useDefaultSubscriptions(account.id);
  const [isChoosing, setIsChoosing] = useState(ids.length > 0);
  return (
    <div className={styles.root}>
      <Field
        label="Default subscription filter"
        hint="What the list is filtered by when it is opened. It shows above the rows like every filter, and can be removed there."
      >
        <RadioGroup
          value={isChoosing ? "some" : "all"}
          onChange={(_, { value }) => {
            setIsChoosing(value === "some");
            if (value === "all") setIds([]);
          }}
        >
          <Radio value="all" label="All subscriptions" />
          <Radio value="some" label="Only the ones I choose" />
        </RadioGroup>
      </Field>
      {isChoosing && <Choice app={app} account={account} ids={ids} setIds={setIds} />}
    </div>
  );
}

interface ChoiceProps extends DefaultSubscriptionsFieldProps {
  ids: readonly string[];
  setIds: (ids: readonly string[]) => void;
}

function Choice({ app, account, ids, setIds }: ChoiceProps) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(subscriptionOptions(app.azure, account));
  if (error && !data) {
    return (
      <FailureMessage
        failure={describeFailure(error, "The subscriptions could not be listed")}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Loading label="Loading the subscriptions…" />;
  const visible = data.map(({ subscriptionId, displayName }) => ({
    id: subscriptionId.toLowerCase(),
    label: displayName,
    description: subscriptionId,
  }));
  // Chosen when they could still be seen: shown, or nobody could take them out again.
  const gone = ids.filter((id) => visible.every((item) => item.id !== id));
  const items = [
    ...gone.map((id) => ({ id, label: id, description: "You do not see it any more." })),
    ...visible,
  ];
  return (
    <>
      <CheckboxList label="Subscriptions" items={items} selected={ids} onChange={setIds} />
      <Text size={200} className={styles.quiet} role="status">
        {ids.length === 0
          ? "None chosen: the list starts with all."
          : `The list starts with ${ids.length} of ${items.length}.`}
      </Text>
    </>
  );
}
