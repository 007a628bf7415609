import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import type { Failure } from "../../../lib/failure";

/** Somebody else changed the endpoint since it was loaded: the person decides what to keep. */
export class ChangedMeanwhileError extends Error {
  readonly theirs: RegistryEndpoint;
  readonly failure: Failure;

  constructor(theirs: RegistryEndpoint) {
    const message = "Nothing of yours has been sent.";
    super(message);
    this.name = "ChangedMeanwhileError";
    this.theirs = theirs;
    this.failure = {
      title: `“${theirs.name}” was changed in Azure since you opened it`,
      message,
      nextStep: "Retry, and choose what to keep.",
      canRetry: true,
    };
  }
}

/** Somebody else deleted the endpoint since it was loaded: a PUT would create it anew. */
export class DeletedMeanwhileError extends Error {
  readonly failure: Failure;

  constructor({ name }: RegistryEndpoint) {
    const message = "Nothing of yours has been sent, since that would create it anew.";
    super(message);
    this.name = "DeletedMeanwhileError";
    this.failure = {
      title: `“${name}” was deleted in Azure since you opened it`,
      message,
      nextStep:
        "To have it back, create an endpoint of the same name: the code below has what you entered.",
      canRetry: false,
    };
  }
}
