import type { AgreementId, ProposalId } from '../model/ids.ts';

/** What a bot did for a reason worth telling: for annotated matches and tests, never sent to anybody. */
export const DEEDS = [
  'propose',
  'counter',
  'sign',
  'decline',
  'keep',
  'break',
  'concede',
  'defy',
  'squeeze',
  'force',
] as const;
export type Deed = (typeof DEEDS)[number];

export type Motive = {
  readonly deed: Deed;
  /** The agreement or offer that it is about. */ readonly about: AgreementId | ProposalId | null;
  /** Hundredths of score that the deed was reckoned at, against not doing it. */ readonly worth: number;
  /** One short sentence, neutral. */ readonly text: string;
};
