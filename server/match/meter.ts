import type { Reply } from '../../shared/protocol/messages.ts';

/** Counts and times what the authority does, for the operator: no match, no seat, no kind of input. */
export type Meter = {
  /** A request has been answered. */ readonly answered: (reply: Reply) => void;
  /** ms from the storing of the input that closed a turn until all was sent. */ readonly resolved: (
    ms: number,
  ) => void;
};
