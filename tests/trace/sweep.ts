import { simulate } from '../../shared/analysis/simulate.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { BotName } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Length } from '../../shared/model/state.ts';
import { type Sign, shows } from './trace-page.ts';

/** The most matches that are played before what has not been seen counts as not occurring. */
export const MATCHES = 1000;

/** Dealt to the matches in turn: lots of short tables of chance, and tables that follow a plan. */
const TABLES: readonly { readonly length: Length; readonly bots: readonly BotName[] }[] = [
  { length: 'short', bots: ['random'] },
  { length: 'standard', bots: ['random', 'scripted'] },
  { length: 'standard', bots: ['random'] },
  { length: 'sprint', bots: ['scripted', 'random'] },
  { length: 'standard', bots: ['scripted'] },
  { length: 'standard', bots: ['greedy'] },
];

export type Sweep = {
  readonly matches: number;
  /** By the sign's text: in how many matches it was seen before the sweep ended. */ readonly seen: ReadonlyMap<
    string,
    number
  >;
};

/**
 * Plays matches until every sign has been seen, `most` at the latest. `whole` plays them all and
 * counts, for whoever wants to know how rare a sign is.
 */
export const sweep = (scenario: Scenario, signs: readonly Sign[], most = MATCHES, whole = false): Sweep => {
  const seen = new Map(signs.map((sign) => [sign.text, 0]));
  let matches = 0;
  while (matches < most && (whole || [...seen.values()].includes(0))) {
    const table = TABLES[matches % TABLES.length] ?? { length: 'short', bots: ['random'] };
    const { fold } = simulate(scenario, { ...table, seed: `trace-${matches}` });
    matches += 1;
    const found = new Set(
      foundIn([...fold.state.events], whole ? signs : signs.filter((sign) => seen.get(sign.text) === 0)),
    );
    for (const text of found) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return { matches, seen };
};

const foundIn = (events: readonly GameEvent[], signs: readonly Sign[]): string[] => {
  const wanted = new Map<string, Sign[]>();
  for (const sign of signs) wanted.set(sign.kind, [...(wanted.get(sign.kind) ?? []), sign]);
  const found: string[] = [];
  for (const event of events) {
    const open = wanted.get(event.kind);
    if (open === undefined) continue;
    const hits = open.filter((sign) => shows(sign, event));
    if (hits.length === 0) continue;
    found.push(...hits.map((sign) => sign.text));
    wanted.set(
      event.kind,
      open.filter((sign) => !hits.includes(sign)),
    );
  }
  return found;
};
