import { Button, Spinner } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { Vault } from "../../../azure/key-vault/key-vault";
import { describeFailure } from "../../../azure/http/describe-failure";
import type { Failure } from "../../../lib/failure";
import { vaultSecretNameProblem } from "../../../lib/kubernetes-names";
import { useAzure } from "../../../queries/azure-context";
import { useRememberSecret } from "../../../queries/key-vault";
import { useAnnounce } from "../../../ui/announcer";
import { FailureInView } from "../../../ui/failure-in-view";
import { SidePanel } from "../../../ui/side-panel";
import { NewSecretForm, type NewSecretErrors, type NewSecretText } from "./new-secret-form";
import { NewVersionDialog } from "./new-version-dialog";
import { nameUse, saveNewSecret, type NameUse } from "./save-new-secret";
import { validityOf, validityProblems } from "./secret-validity";
import {
  clearSecretValue,
  readSecretValue,
  secretValueProblems,
  type SecretContent,
  type SecretValueErrors,
} from "./secret-value";
import { useUnloadQuestion } from "./use-unload-question";
import { WriteRight } from "./write-right";

export type { SecretContent } from "./secret-value";

export interface NewSecretPanelProps {
  isOpen: boolean;
  title: string;
  content: SecretContent;
  /** Registry host, for a docker configuration. */
  host?: string;
  vault: Vault;
  suggestedName: string;
  onClose: () => void;
  /** The secret is in the vault. `madeId` is its id if there was none of that name before. */
  onCreated: (name: string, madeId: string | undefined) => void;
}

/** Writes a new secret, or a new version of one, into a vault. */
export function NewSecretPanel({ isOpen, ...props }: NewSecretPanelProps) {
  return isOpen ? <OpenNewSecretPanel {...props} /> : null;
}

function OpenNewSecretPanel(props: Omit<NewSecretPanelProps, "isOpen">) {
  const { vault, content } = props;
  const formId = useId();
  const azure = useAzure();
  const announce = useAnnounce();
  const remember = useRememberSecret(vault.id);
  const formRef = useRef<HTMLFormElement>(null);
  const [text, setText] = useState<NewSecretText>({
    name: props.suggestedName,
    contentType: content === "dockerConfig" ? "application/json" : "",
    activation: "",
    expiry: "",
  });
  const [errors, setErrors] = useState<NewSecretErrors>({});
  const [valueErrors, setValueErrors] = useState<SecretValueErrors>({});
  const [toConfirm, setToConfirm] = useState<NameUse>();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  useUnloadQuestion(formRef);
  useEffect(() => {
    formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors, valueErrors]);

  const save = async (use: NameUse) => {
    const form = formRef.current;
    if (form === null) return;
    setToConfirm(undefined);
    setIsBusy(true);
    try {
      const { name, contentType } = text;
      const secret = { name, contentType, validity: validityOf(text), use };
      const saved = await saveNewSecret(azure, vault.id, secret, () =>
        readSecretValue(form, content),
      );
      clearSecretValue(form);
      remember(saved);
      announce(`The secret ${name} is saved and selected.`);
      props.onCreated(name, use.state === "free" ? saved.id : undefined);
    } catch (error) {
      setFailure(describeFailure(error, `The secret ${text.name} could not be saved`));
      setIsBusy(false);
    }
  };

  const submit = async () => {
    const form = formRef.current;
    if (form === null) return;
    const nameProblem = vaultSecretNameProblem(text.name);
    const found = {
      ...validityProblems(text, Date.now()),
      ...(nameProblem ? { name: nameProblem } : {}),
    };
    setErrors(found);
    setFailure(undefined);
    const foundInValue = secretValueProblems(form, content);
    setValueErrors(foundInValue);
    if (Object.keys({ ...found, ...foundInValue }).length > 0) return;
    setIsBusy(true);
    try {
      const use = await nameUse(azure, vault.id, text.name);
      if (use.state === "free") return await save(use);
      setToConfirm(use);
    } catch (error) {
      setFailure(describeFailure(error, "Whether the name is in use could not be found out"));
    }
    setIsBusy(false);
  };

  return (
    <SidePanel
      isOpen
      title={props.title}
      onClose={() => {
        if (!isBusy) props.onClose();
      }}
      footer={
        <>
          <Button
            type="submit"
            form={formId}
            appearance="primary"
            disabledFocusable={isBusy}
            icon={isBusy ? <Spinner size="tiny" role="presentation" /> : undefined}
          >
            {isBusy ? "Saving…" : "Save secret"}
          </Button>
          <Button disabledFocusable={isBusy} onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {failure && <FailureInView failure={failure} />}
      <WriteRight vault={vault} />
      <NewSecretForm
        id={formId}
        content={content}
        host={props.host}
        vaultName={vault.name}
        text={text}
        errors={errors}
        valueErrors={valueErrors}
        formRef={formRef}
        isBusy={isBusy}
        onChange={(change) => setText({ ...text, ...change })}
        onSubmit={() => void submit()}
      />
      <NewVersionDialog
        name={text.name}
        vaultName={vault.name}
        use={toConfirm}
        onConfirm={(use) => void save(use)}
        onCancel={() => setToConfirm(undefined)}
      />
    </SidePanel>
  );
}
