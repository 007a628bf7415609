import type { RegistryEndpoint } from "../../../azure/iot-operations/registry-endpoint";
import type { Failure } from "../../../lib/failure";

/** Somebody else's endpoint has the name: a PUT would replace it. */
export class NameTakenError extends Error {
  readonly failure: Failure;

  /** @param isFirst nothing of the creation has been sent yet */
  constructor(endpoint: RegistryEndpoint, isFirst: boolean) {
    super(
      `“${endpoint.name}” exists already on this instance, with the host ${endpoint.properties.host ?? "unknown"}. Creating would replace it: choose another name.`,
    );
    this.name = "NameTakenError";
    this.failure = {
      title: `The name is taken. ${isFirst ? "Nothing has been sent." : "The endpoint that has it was not touched."}`,
      message: this.message,
      nextStep: "Go back to Basics and choose another name.",
      canRetry: false,
    };
  }
}
