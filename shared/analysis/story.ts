import { indexOf } from '../catalogue/scenario-index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Clause } from '../model/clause.ts';
import type { GameEvent } from '../model/event.ts';
import type { Scenario } from '../model/scenario.ts';
import { formatTerms } from '../notation/clause-notation.ts';
import { formatEvent } from '../notation/event-notation.ts';
import type { Simulation, ToldMotive } from './simulate.ts';
import { quarterOf } from './tell.ts';

/** What happens in a match beside promises, as far as a story needs it. */
const TOLD: readonly GameEvent['kind'][] = [
  'operated',
  'prizeTaken',
  'probed',
  'governmentFell',
  'electionHeld',
  'warBroke',
  'projectWon',
  'measureLifted',
  'measureImposed',
  'agreementExposed',
  'denounced',
  'coupTried',
  'matchEnded',
];

const points = (hundredths: number): string => `${hundredths < 0 ? '−' : '+'}${Math.abs(Math.round(hundredths) / 100)}`;

/** A simulated match as a story in Markdown: every promise, breach and pressure with its motive, as the bot reckoned it. */
export const story = (scenario: Scenario, { fold, motives }: Simulation): string => {
  const { events, board } = fold.state;
  const out: string[] = [];
  let turn = 0;
  for (const event of events) {
    if (event.turn !== turn && event.turn > 0) {
      if (turn > 0) out.push(...keptAtACost(board.agreements, motives, turn));
      turn = event.turn;
      const { quarter, year } = quarterOf(scenario, turn);
      out.push('', `## Turn ${turn} · Q${quarter} ${year}`, '');
    }
    const line = lineOf(scenario, board.agreements, motives, event);
    if (line !== null) out.push(line);
  }
  out.push(
    ...keptAtACost(board.agreements, motives, turn),
    '',
    '## Scores',
    '',
    ...scoresOf(scenario, fold.state.board),
  );
  return out.join('\n');
};

type Agreements = { readonly [id: string]: Agreement };

const lineOf = (
  scenario: Scenario,
  agreements: Agreements,
  motives: readonly ToldMotive[],
  event: GameEvent,
): string | null => {
  switch (event.kind) {
    case 'cardPlayed':
      return `- News: ${indexOf(scenario).cards.get(event.card)?.title ?? event.card}.`;
    case 'agreementConcluded':
      return concluded(event.agreement, motives, event.turn);
    case 'clauseJudged':
      return event.status === 'breached' ? broken(agreements, motives, event) : null;
    case 'squeezed': {
      const why = reasons(motives, event.turn, (one) => one.power === event.by && one.deed === 'squeeze');
      return `- ${event.by} presses ${event.host} in ${event.area} for \`${formatTerms(event.demand)}\`: **${event.met ? 'conceded' : 'defied'}**.${why}`;
    }
    default:
      return TOLD.includes(event.kind) ? `- \`${formatEvent(event)}\`${force(motives, event)}` : null;
  }
};

const concluded = (agreement: Agreement, motives: readonly ToldMotive[], turn: number): string | null => {
  if (agreement.origin === 'standing') return null;
  const { id, title, form, visibility, parties, clauses, origin } = agreement;
  const name = origin === 'conceded' ? `Concession to ${clauses.flatMap(({ to }) => to).join(', ')}` : title;
  const head = `- **${name}** (\`${id}\`, ${origin === 'conceded' ? 'granted under pressure' : `${visibility} ${form}`})`;
  const lines = clauses.map((clause) => `  - \`${clause.id}\` ${promise(clause)}`);
  const why = parties.flatMap((power) => {
    const motive = motives.find(
      (one) => one.turn === turn && one.power === power && SIGNS.includes(one.deed) && one.text.includes(`“${title}”`),
    );
    return motive === undefined ? [] : [`${power} ${points(motive.worth)}`];
  });
  return [head, ...lines, ...(why.length === 0 ? [] : [`  - reckoned at: ${why.join(', ')}`])].join('\n');
};

const SIGNS: readonly ToldMotive['deed'][] = ['sign', 'propose', 'counter'];

const promise = ({ by, to, terms, from, until }: Pick<Clause, 'by' | 'to' | 'terms' | 'from' | 'until'>): string =>
  `${by.join('+')} to ${to.join('+')}: \`${formatTerms(terms)}\`, turns ${from}–${until ?? ''}`;

const broken = (
  agreements: Agreements,
  motives: readonly ToldMotive[],
  event: Extract<GameEvent, { readonly kind: 'clauseJudged' }>,
): string => {
  const agreement = agreements[event.agreement];
  const clause = agreement?.clauses.find((one) => one.id === event.clause);
  const text = clause === undefined ? event.clause : promise(clause);
  const why = reasons(
    motives,
    event.turn,
    (one) => one.deed === 'break' && one.about === event.agreement && event.by.includes(one.power),
  );
  const reason = why === '' ? ' It was not meant: it could not be kept any more.' : why;
  return `- **Broken** by ${event.by.join(', ')}: ${agreement?.title ?? event.agreement}, ${text}.${reason}`;
};

/** Promises that a power kept although it reckoned to lose by that. */
const keptAtACost = (agreements: Agreements, motives: readonly ToldMotive[], turn: number): readonly string[] =>
  motives
    .filter((one) => one.turn === turn && one.deed === 'keep' && one.worth < 0)
    .map(
      ({ power, about, worth, text }) =>
        `- **Kept at a cost** by ${power}: ${agreements[about ?? '']?.title ?? about} (${points(worth)}). ${text}`,
    );

const force = (motives: readonly ToldMotive[], event: GameEvent): string =>
  event.kind === 'operated' || event.kind === 'probed'
    ? reasons(motives, event.turn, (one) => one.deed === 'force' && one.power === event.by)
    : '';

const reasons = (motives: readonly ToldMotive[], turn: number, isMeant: (motive: ToldMotive) => boolean): string => {
  const motive = motives.find((one) => one.turn === turn && isMeant(one));
  return motive === undefined ? '' : ` ${motive.text} (${points(motive.worth)})`;
};

const scoresOf = (scenario: Scenario, { scores }: Simulation['fold']['state']['board']): readonly string[] => [
  `| ${scenario.powers.map(({ id }) => id).join(' | ')} | joint |`,
  `| ${scenario.powers.map(() => '---').join(' | ')} | --- |`,
  `| ${scenario.powers.map(({ id }) => (scores.powers[id]?.full ?? 0) / 100).join(' | ')} | ${scores.joint / 100} |`,
];
