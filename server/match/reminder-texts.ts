/** What a reminder may tell: what everybody may know who has the match in their list. */
export type ReminderFacts = {
  readonly title: string;
  readonly turn: number;
  readonly turns: number;
  readonly deadline: number | null;
  readonly page: string;
};

/** A mail is read anywhere, and later: the moment itself, in a zone that is named. */
const WHEN = new Intl.DateTimeFormat('en-GB', {
  ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const),
  timeZone: 'UTC',
});
const when = (deadline: number): string => `${WHEN.format(deadline)} UTC`;

/** Chosen by nobody: the address may be a stranger's, and a subject is read by whoever has the mail. */
const subjectOf = (turn: number, turns: number, what: string): string =>
  `Multivector: turn ${turn} of ${turns} ${what}`;

export const turnText = ({ title, turn, turns, deadline, page }: ReminderFacts) => ({
  subject: subjectOf(turn, turns, 'has begun'),
  text: [
    `Turn ${turn} of ${turns} of “${title}” has begun.`,
    deadline === null ? 'It has no end by the clock.' : `It ends on ${when(deadline)}.`,
    '',
    page,
  ].join('\n'),
});

export const lastCallText = ({ title, turn, turns, deadline, page }: ReminderFacts) => ({
  subject: subjectOf(turn, turns, 'is about to end'),
  text: [
    `Turn ${turn} of ${turns} of “${title}” ends on ${deadline === null ? 'no set day' : when(deadline)}, and you have not said that you are ready.`,
    'What you have submitted runs as it is.',
    '',
    page,
  ].join('\n'),
});

/** For calendars and feeds. */
export const turnTitle = ({ title, turn, turns }: Pick<ReminderFacts, 'title' | 'turn' | 'turns'>): string =>
  `${title}: turn ${turn} of ${turns} ends`;
export const turnNote = (deadline: number): string => `The turn ends on ${when(deadline)}.`;
