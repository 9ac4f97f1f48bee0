import type { Cause } from '../../model/cause.ts';
import type { EventId } from '../../model/ids.ts';
import type { Turn } from './turn.ts';

/** Tension that is war. */
const WAR = 10;

/** A front at war for some turns running, or two near it, are a regional war: the match ends with this turn. (WR1) */
export const runWar = ({ log }: Turn): void => {
  const { war } = log.scenario.magnitudes;
  const { fronts } = log.state.board;
  const rule: Cause = { kind: 'rule', rule: 'WR1' };
  const lasting: EventId[] = [];
  let near = 0;
  for (const { id } of log.scenario.fronts) {
    const { tension, hot } = fronts[id] ?? { tension: 0, hot: 0 };
    const turns = tension >= WAR ? hot + 1 : 0;
    if (tension >= war.two) near += 1;
    if (turns === hot) continue;
    const told = log.add({ kind: 'warTold', front: id, turns }, rule);
    if (turns >= war.turns) lasting.push(told);
  }
  if (lasting.length > 0) log.add({ kind: 'warBroke' }, { kind: 'events', ids: lasting });
  else if (near >= 2) log.add({ kind: 'warBroke' }, rule);
};
