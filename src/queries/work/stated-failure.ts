import type { Failure } from "../../lib/failure";

/** A failure of one row that is in words already. */
export class StatedFailure extends Error {
  readonly failure: Failure;
  /** Only the waiting has failed: Azure may still do it. */
  readonly isStillUnderWay: boolean;

  constructor(failure: Failure, isStillUnderWay = false) {
    super(failure.message);
    this.name = "StatedFailure";
    this.failure = failure;
    this.isStillUnderWay = isStillUnderWay;
  }
}
