import type { GameEvent } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/ids.ts';

/** One thing told, with what followed from it. */
export type ToldItem = { readonly event: GameEvent; readonly follows: readonly GameEvent[]; readonly step: ToldStep };
export const TOLD_STEPS = [
  'orders',
  'agreements',
  'gates',
  'doors',
  'covert',
  'pressure',
  'alignment',
  'projects',
  'diplomacy',
  'tension',
  'home',
  'promises',
  'outsiders',
  'scores',
] as const;
export type ToldStep = (typeof TOLD_STEPS)[number];

const STEP_OF: { readonly [K in GameEvent['kind']]?: ToldStep } = {
  ordersRevealed: 'orders',
  orderLapsed: 'orders',
  turnMissed: 'orders',
  paid: 'agreements',
  paymentMissed: 'agreements',
  gateSet: 'gates',
  guardPosted: 'gates',
  regimeSet: 'gates',
  doorsSet: 'doors',
  spied: 'covert',
  destabilised: 'covert',
  coupTried: 'covert',
  sabotaged: 'covert',
  blockaded: 'covert',
  orderExposed: 'covert',
  agreementShown: 'covert',
  squeezed: 'pressure',
  wasted: 'pressure',
  courted: 'alignment',
  hardened: 'alignment',
  gapOpened: 'alignment',
  gapClosed: 'alignment',
  siteMoved: 'alignment',
  siteLost: 'alignment',
  sponsored: 'projects',
  progressMade: 'projects',
  awarded: 'projects',
  stageReached: 'projects',
  projectWon: 'projects',
  profitMoved: 'projects',
  mediated: 'diplomacy',
  monitored: 'diplomacy',
  recognised: 'diplomacy',
  measureImposed: 'diplomacy',
  measureLifted: 'diplomacy',
  denounced: 'diplomacy',
  mobilised: 'tension',
  stoodDown: 'tension',
  deterred: 'tension',
  probed: 'tension',
  operated: 'tension',
  prizeTaken: 'tension',
  tensionMoved: 'tension',
  warTold: 'tension',
  warBroke: 'tension',
  trackMoved: 'home',
  governmentFell: 'home',
  electionHeld: 'home',
  electionCalled: 'home',
  agendaDrawn: 'home',
  clauseJudged: 'promises',
  agreementMoved: 'promises',
  agreementExposed: 'promises',
  grievanceGained: 'promises',
  grievanceEnded: 'promises',
  policyActed: 'outsiders',
  scored: 'scores',
};

/** Kinds that only keep the books. */
const QUIET: ReadonlySet<GameEvent['kind']> = new Set([
  'clauseAdvanced',
  'turnClosed',
  'wasteQueued',
  'turnOpened',
  'readySet',
  'ordersSubmitted',
  'phaseOpened',
  'proposalClosed',
  'sat',
  'said',
  'deadlineMoved',
  'conductNoted',
  'standingSet',
]);

export const isQuiet = (event: GameEvent): boolean => QUIET.has(event.kind);

/** Turns that have been resolved, oldest first. */
export const resolvedTurns = (events: readonly GameEvent[]): readonly number[] => [
  ...new Set(events.filter((event) => event.kind === 'turnClosed').map((event) => event.turn)),
];

/** The events of a turn's resolution; of the last one, if the turn was played again. */
export const resolutionOf = (events: readonly GameEvent[], turn: number): readonly GameEvent[] => {
  const end = events.findLastIndex((event) => event.kind === 'turnClosed' && event.turn === turn);
  if (end < 0) return [];
  let start = end;
  while (
    start > 0 &&
    events[start - 1]?.turn === turn &&
    events[start - 1]?.kind !== 'phaseOpened' &&
    events[start - 1]?.kind !== 'rewound'
  )
    start -= 1;
  const scored = events[end + 1]?.kind === 'scored' ? end + 2 : end + 1;
  return events.slice(start, scored);
};

/** In the order of the book's steps: each thing with its consequences under it. */
export const toldItems = (events: readonly GameEvent[]): readonly ToldItem[] => {
  const items: { event: GameEvent; follows: GameEvent[]; step: ToldStep }[] = [];
  const home = new Map<EventId, (typeof items)[number]>();
  for (const event of events) {
    if (isQuiet(event)) continue;
    const parent =
      event.cause.kind === 'events'
        ? event.cause.ids.map((id) => home.get(id)).find((item) => item !== undefined)
        : undefined;
    if (parent !== undefined && event.kind !== 'clauseJudged') {
      parent.follows.push(event);
      home.set(event.id, parent);
      continue;
    }
    const step = STEP_OF[event.kind];
    if (step === undefined) continue;
    const item = { event, follows: [], step };
    items.push(item);
    home.set(event.id, item);
  }
  return items.sort((a, b) => TOLD_STEPS.indexOf(a.step) - TOLD_STEPS.indexOf(b.step));
};

/** Steps whose things are weighty enough to be told one by one; the rest come a few at a time. */
const SINGLE: ReadonlySet<ToldStep> = new Set(['pressure', 'promises', 'covert']);
const TOGETHER = 4;

/** Where the telling pauses: how many things have been told at each stop. */
export const toldStops = (items: readonly ToldItem[]): readonly number[] => {
  const stops: number[] = [];
  let begun = 0;
  items.forEach((item, index) => {
    const next = items[index + 1];
    const most = item.step === 'orders' ? items.length : SINGLE.has(item.step) ? 1 : TOGETHER;
    if (next !== undefined && next.step === item.step && index + 1 - begun < most) return;
    stops.push(index + 1);
    begun = index + 1;
  });
  return stops;
};
