import { holds } from '../catalogue/conditions.ts';
import { flowAlong } from '../catalogue/reckoning.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import { luckFor } from '../kernel/luck.ts';
import type { PowerId } from '../model/ids.ts';
import type { CardDefinition, Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { applyEffects } from './effects.ts';
import type { Log } from './log.ts';
import { moveTrack } from './moves.ts';

/** The first phase of a turn: what comes in, what stands, who is to vote, what is scheduled, and one drawn card. */
export const runNews = (log: Log): void => {
  releaseGates(log);
  if (log.state.board.turn > 1) runIncome(log);
  runMeasures(log);
  callElections(log);
  const { turn } = log.state.board;
  const { scheduled, pack } = packOf(log.scenario);
  for (const card of scheduled.get(turn) ?? []) if (mayPlay(log, card)) playCard(log, card, 'scheduled');
  const luck = luckFor(log.state.seed, turn, log.state.table.draw, 'card');
  const drawn = luck.weighted(
    pack.filter((card) => mayPlay(log, card)),
    (card) => card.weight,
  );
  if (drawn !== null) playCard(log, drawn, 'drawn');
};

type Pack = {
  readonly scheduled: ReadonlyMap<number, readonly CardDefinition[]>;
  /** What may be drawn. */ readonly pack: readonly CardDefinition[];
};
const packs = new WeakMap<Scenario, Pack>();

/** The cards of a scenario, sorted once. */
const packOf = (scenario: Scenario): Pack => {
  const known = packs.get(scenario);
  if (known !== undefined) return known;
  const scheduled = new Map<number, CardDefinition[]>();
  for (const card of scenario.cards) {
    if (card.turn !== null) scheduled.set(card.turn, [...(scheduled.get(card.turn) ?? []), card]);
  }
  const pack = { scheduled, pack: scenario.cards.filter((card) => card.turn === null && card.weight > 0) };
  packs.set(scenario, pack);
  return pack;
};

const mayPlay = (log: Log, card: CardDefinition): boolean =>
  !log.state.board.cards.includes(card.id) && (card.when === null || holds(card.when, log.scenario, log.state.board));

export const playCard = (log: Log, card: CardDefinition, how: 'scheduled' | 'drawn' | 'injected'): void => {
  const id = log.add({ kind: 'cardPlayed', card: card.id, how }, { kind: 'card', card: card.id });
  applyEffects(log, card.effects, { kind: 'events', ids: [id] }, card.id);
};

/** A vote is told of in the turn before it is held, or as the match begins. (GV6) */
const callElections = (log: Log): void => {
  const { turn } = log.state.board;
  for (const { power, turn: on } of log.scenario.elections) {
    if (on > log.state.settings.turns) continue;
    if (on === turn + 1 || (on === 1 && turn === 1))
      log.add({ kind: 'electionCalled', power, on }, { kind: 'rule', rule: 'GV6' });
  }
};

/** Gates that events held go back to what they were. */
const releaseGates = (log: Log): void => {
  const { board } = log.state;
  for (const gate of indexOf(log.scenario).gates.keys()) {
    const held = board.gates[gate]?.held;
    if (held === undefined || held === null || held.until >= board.turn) continue;
    log.add(
      { kind: 'gateSet', gate, from: board.gates[gate]?.status ?? 'closed', to: held.back, heldUntil: null },
      { kind: 'rule', rule: 'RT3' },
    );
  }
};

const runMeasures = (log: Log): void => {
  for (const measure of log.scenario.measures) {
    if (log.state.board.turn > 1 && log.state.board.measures[measure.id] === 'stands') {
      applyEffects(log, measure.each, { kind: 'measure', measure: measure.id }, measure.id);
    }
  }
};

/** Capital keeps a little and grows by stability; treasury by the home economy, trade abroad and open routes. (IN1–IN3) */
const runIncome = (log: Log): void => {
  const { kept } = log.scenario.magnitudes.capital;
  const flows = flowsOf(log.scenario, log.state.board);
  for (const power of indexOf(log.scenario).powers) {
    const tracks = log.state.board.tracks[power];
    if (tracks === undefined) continue;
    const { capital, stability } = tracks;
    const next = Math.min(kept, capital) + capitalIncome(log.scenario, stability);
    moveTrack(log, power, 'capital', next - capital, { kind: 'rule', rule: 'IN1' });
    moveTrack(log, power, 'treasury', homeIncome(log.scenario, log.state.board, power), { kind: 'rule', rule: 'IN2' });
    moveTrack(log, power, 'treasury', routesPay(log.scenario, log.state.board, power, flows), {
      kind: 'rule',
      rule: 'IN3',
    });
  }
};

export const capitalIncome = (scenario: Scenario, stability: number): number =>
  scenario.magnitudes.capital.incomeByStability.find((row) => stability < row.under)?.income ?? 0;

export const homeIncome = (scenario: Scenario, board: Pick<Board, 'portfolios'>, power: PowerId): number => {
  let abroad = 0;
  for (const host of indexOf(scenario).hosts) if (host !== power) abroad += board.portfolios[host]?.trade[power] ?? 0;
  return (scenario.tracks[power]?.base ?? 0) + Math.floor(abroad / scenario.magnitudes.treasury.tradePointsPerUnit);
};

export const routeIncome = (scenario: Scenario, board: Board, power: PowerId): number =>
  routesPay(scenario, board, power, flowsOf(scenario, board));

/** What each route carries, in the scenario's order. */
const flowsOf = (scenario: Scenario, board: Board): readonly number[] =>
  scenario.routes.map((route) => flowAlong(route, board));

/** By its definition, and by what has been won or lost in it since; nothing to whom a measure keeps from it. (IN3) */
const routesPay = (
  scenario: Scenario,
  { profits, measures }: Pick<Board, 'profits' | 'measures'>,
  power: PowerId,
  flows: readonly number[],
): number => {
  const { embargoes } = indexOf(scenario);
  let sum = 0;
  for (const [i, { id, profit }] of scenario.routes.entries()) {
    const full = (profit[power] ?? 0) + (profits[id]?.[power] ?? 0);
    if (full <= 0 || embargoes[i]?.some((one) => one.against.includes(power) && measures[one.id] === 'stands'))
      continue;
    sum += Math.floor((full * (flows[i] ?? 0)) / 2);
  }
  return sum;
};
