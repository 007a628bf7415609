/** One entry of ARM's error envelope (common types v5 `ErrorDetail`). */
export interface ArmErrorDetail {
  code: string;
  message: string;
  target?: string;
  details?: ArmErrorDetail[];
  additionalInfo?: { type: string; info: unknown }[];
}

/** A failure that Azure Resource Manager answers with: a status, an error code and a message. */
export class ArmError extends Error {
  readonly status: number;
  readonly error: ArmErrorDetail;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: Omit<ArmErrorDetail, "code" | "message"> & { headers?: Record<string, string> } = {},
  ) {
    super(message);
    const { headers = {}, ...rest } = more;
    this.status = status;
    this.error = { code, message, ...rest };
    this.headers = headers;
  }
}
