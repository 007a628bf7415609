/** How far a reading has got. */
export interface StreamProgress {
  /** Rows of the index that this reading has got, of how many. */
  loaded: number;
  total: number;
  /** So many of the rows come first by name, whatever is still to be read. */
  firstByName: number;
  /** Instances that ARM has answered for, of those that the index has no endpoints of. */
  instancesAsked: number;
  instancesToAsk: number;
}

/** Of a reading that has not begun. */
export const NO_PROGRESS: StreamProgress = {
  ...{ loaded: 0, total: 0, firstByName: 0 },
  ...{ instancesAsked: 0, instancesToAsk: 0 },
};
