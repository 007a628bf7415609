/** A failure in the words of the person who must act on it. Shown by `ui/failure-message.tsx`. */
export interface Failure {
  /** What failed, for example `The registry endpoint could not be created`. */
  title: string;
  /** Azure's message or ours, one to three sentences. */
  message: string;
  /** Azure's error code. */
  code?: string;
  /** Id or name of the resource that the call was for. */
  resource?: string;
  correlationId?: string;
  /** The action that the person lacks, for example `Microsoft.KeyVault/vaults/secrets/read`, and where. */
  missingAction?: string;
  missingScope?: string;
  /** What to do next. */
  nextStep: string;
  /** True if trying the same again can help. */
  canRetry: boolean;
}
