import { evaluate, parseFormula } from '../../../shared/catalogue/formula.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { ObjectiveDefinition, Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { PRIVATE_TRACKS, TRACKS, type Track } from '../../../shared/model/track.ts';
import { hundredthsOf, objectiveKey } from '../../../shared/rules/scores.ts';
import { supposeState } from '../../../shared/view/suppose-state.ts';
import { formatHundredths, formatNumber } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { figureKey } from './figure-key.ts';
import { partsOfFormula } from './formula-parts.ts';
import { movesOf, type Part, PLAIN, startOf, type Teller } from './story.ts';

const isTrack = (name: string): name is Track => (TRACKS as readonly string[]).includes(name);

/** A track as this viewer sees it: exact, or as a band. */
export const shownTrack = (view: SeatView, power: string, track: Track): string => {
  const tracks = view.tracks[power];
  if (tracks === undefined) return '–';
  if (tracks.exact !== null) return String(tracks.exact[track]);
  return track === 'stability' || track === 'credibility' ? String(tracks[track]) : t(`band.${tracks.bands[track]}`);
};

export const track: Teller = ([power = '', name = ''], scenario, view) => {
  if (!isTrack(name) || view.tracks[power] === undefined) return null;
  const start = scenario.tracks[power];
  const hidden = view.tracks[power]?.exact === null && PRIVATE_TRACKS.includes(name);
  const note = t(`track.note.${name}`, { crisis: scenario.magnitudes.stability.crisis });
  return {
    ...PLAIN,
    title: t('figure.track', { power: actorName(scenario, power), track: t(`track.${name}`) }),
    value: shownTrack(view, power, name),
    note: hidden ? `${note} ${t('track.note.hidden')}` : note,
    moves: movesOf(view, (event) => event.kind === 'trackMoved' && event.power === power && event.track === name),
    start: start === undefined ? null : startOf(start[name], start.why),
    thing: { kind: 'country', id: power },
  };
};

export const falls: Teller = ([power = ''], scenario, view) => ({
  ...PLAIN,
  title: t('figure.falls', { power: actorName(scenario, power) }),
  value: String(view.board.falls[power] ?? 0),
  moves: movesOf(
    view,
    (event) => (event.kind === 'governmentFell' || event.kind === 'electionHeld') && event.power === power,
  ),
  start: startOf(0),
  thing: { kind: 'country', id: power },
});

/** Objectives that this viewer knows of: the open ones, and an agenda that is its own or no longer secret. */
export const knownObjectives = (
  scenario: Scenario,
  view: SeatView,
  power: string,
): readonly { readonly objective: ObjectiveDefinition; readonly secret: boolean }[] => {
  const agenda = (scenario.agendas[power] ?? []).find((one) => one.id === view.agendas[power]);
  return [
    ...(scenario.objectives[power] ?? []).map((objective) => ({ objective, secret: false })),
    ...(agenda === undefined ? [] : [{ objective: agenda, secret: true }]),
  ];
};

/** With its sign: what an objective adds or takes. */
export const signedHundredths = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatHundredths(Math.abs(value))}`;

const objectiveParts = (scenario: Scenario, view: SeatView, power: string): readonly Part[] => {
  const { board } = supposeState(scenario, view);
  return knownObjectives(scenario, view, power).map(({ objective }) => ({
    key: figureKey('objective', power, objective.id),
    label: objective.title,
    value: signedHundredths(hundredthsOf(scenario, board, power, objective)),
  }));
};

const scoredMoves = (view: SeatView) => movesOf(view, (event) => event.kind === 'scored');

export const score: Teller = ([power = ''], scenario, view) => {
  const now = view.scores.powers[power];
  if (now === undefined) return null;
  return {
    title: t('figure.score', { power: actorName(scenario, power) }),
    value: formatHundredths(now.full ?? now.open),
    note: [
      ...(now.full === null
        ? []
        : [t('figure.score.open', { open: formatHundredths(now.open), full: formatHundredths(now.full) })]),
      t('figure.score.note', { base: scenario.scoring.base }),
    ].join(' '),
    parts: objectiveParts(scenario, view, power),
    moves: [
      ...movesOf(view, (event) => event.kind === 'governmentFell' && event.power === power),
      ...scoredMoves(view),
    ],
    start: startOf(formatNumber(scenario.scoring.base)),
    thing: { kind: 'country', id: power },
  };
};

export const joint: Teller = (_names, scenario, view) => ({
  title: t('figure.joint'),
  value: formatHundredths(view.scores.joint),
  note: t('figure.joint.note'),
  parts: indexOf(scenario).powers.map((power) => ({
    key: figureKey('score', power),
    label: actorName(scenario, power),
    value: formatHundredths(view.scores.powers[power]?.open ?? 0),
  })),
  moves: scoredMoves(view),
  start: startOf(formatNumber(scenario.scoring.base)),
  thing: null,
});

export const objective: Teller = ([power = '', id = ''], scenario, view, tell) => {
  const found = knownObjectives(scenario, view, power).find((one) => one.objective.id === id)?.objective;
  if (found === undefined) return null;
  const { board } = supposeState(scenario, view);
  const parts = partsOfFormula(found.formula, scenario, tell);
  const behind = new Set(parts.flatMap((part) => tell(part.key)?.moves ?? []));
  return {
    title: t('figure.objective', { power: actorName(scenario, power), objective: found.title }),
    value: signedHundredths(hundredthsOf(scenario, board, power, found)),
    note: `${found.why} ${t('figure.objective.note', {
      weight: found.weight,
      lo: found.lo,
      hi: found.hi,
      now: evaluate(parseFormula(found.formula), scenario, board),
      start: board.baseline[objectiveKey(power, id)] ?? 0,
    })}`,
    parts,
    moves: movesOf(view, (event) => behind.has(event)),
    start: startOf(signedHundredths(0), undefined, found.source),
    thing: { kind: 'country', id: power },
  };
};

export const missed: Teller = ([power = ''], scenario, view) => {
  const seat = view.table.seats[power];
  if (seat === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.missed', { power: actorName(scenario, power) }),
    value: String(seat.missed),
    note: t('figure.missed.note', { misses: scenario.magnitudes.absence.misses }),
    moves: movesOf(view, (event) => (event.kind === 'turnMissed' || event.kind === 'sat') && event.power === power),
    start: startOf(0),
    thing: { kind: 'country', id: power },
  };
};

const VERDICTS = { kept: ['kept'], broken: ['breached'], excused: ['excused', 'void'], open: ['pending'] } as const;
type Verdict = keyof typeof VERDICTS;
const isVerdict = (name: string): name is Verdict => Object.hasOwn(VERDICTS, name);

/** How many promises of a power ended so, with the judgements behind the number. */
export const promises: Teller = ([power = '', verdict = '', count = ''], scenario, view) => {
  if (!isVerdict(verdict)) return null;
  const clauses = view.agreements.flatMap((agreement) =>
    agreement.clauses.filter((clause) => clause.by.includes(power)).map((clause) => `${agreement.id}/${clause.id}`),
  );
  return {
    ...PLAIN,
    title: t('figure.promises', { power: actorName(scenario, power), what: t(`result.${verdict}`) }),
    value: count,
    moves: movesOf(
      view,
      (event) =>
        event.kind === 'clauseJudged' &&
        clauses.includes(`${event.agreement}/${event.clause}`) &&
        (VERDICTS[verdict] as readonly string[]).includes(event.status),
    ),
    start: startOf(0),
    thing: { kind: 'country', id: power },
  };
};

export const grievance: Teller = ([holder = '', against = ''], scenario, view) => {
  const found = view.grievances.find((one) => one.holder === holder && one.against === against);
  const standing = scenario.grievances.find((one) => one.holder === holder && one.against === against);
  const left = Math.max(0, (found?.until ?? 0) - view.board.turn + 1);
  return {
    ...PLAIN,
    title: t('figure.grievance', { holder: actorName(scenario, holder), against: actorName(scenario, against) }),
    value: t('figure.grievance.value', { n: left }),
    note: t('figure.grievance.note'),
    moves: movesOf(
      view,
      (event) =>
        (event.kind === 'grievanceGained' &&
          event.grievance.holder === holder &&
          event.grievance.against === against) ||
        (event.kind === 'grievanceEnded' && event.holder === holder && event.against === against),
    ),
    start: startOf(t('figure.grievance.value', { n: standing?.until ?? 0 }), standing?.text),
    thing: { kind: 'country', id: holder },
  };
};
