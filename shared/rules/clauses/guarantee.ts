import { indexOf } from '../../catalogue/scenario-index.ts';
import type { ActorId } from '../../model/ids.ts';
import type { EventOf } from '../evolve/writer.ts';
import { type ClauseRules, type Finding, type Judging, KEPT, NO_PATTERNS } from './clause-kind.ts';

/** It was fought, whatever came of it. */
const wasFought = ({ why }: EventOf<'operated'>): boolean => why === null || why === 'odds';

const stoodBy = ({ told }: Judging, by: ActorId, host: ActorId): boolean =>
  told.deterred.some((event) => event.by === by && event.host === host);

/** What an attack makes of a guarantee. Who was itself attacking has no claim; who could not come is excused. */
const judgeAttack = (judging: Judging, by: readonly ActorId[], attack: EventOf<'operated'>): Finding | null => {
  const bound = by.filter((power) => power !== attack.host && power !== attack.by);
  const absent = bound.filter((power) => !stoodBy(judging, power, attack.host));
  if (absent.length === 0) return null;
  const own = judging.told.attacks.find((event) => event.by === attack.host && wasFought(event));
  if (own !== undefined) return { verdict: 'excused', evidence: own.id };
  const guilty = absent.filter((power) => judging.could(power, { verb: 'deter', host: attack.host }));
  if (guilty.length > 0) return { verdict: 'breached', by: guilty, evidence: attack.id };
  return absent.length === bound.length ? { verdict: 'excused', evidence: attack.id } : null;
};

/** To deter when one of the named powers attacks. Judged by what was done, not by what came of it. (AG13) */
export const guaranteeRules: ClauseRules<'guarantee'> = {
  fault: ({ scenario, by, to }, { against }) => {
    const { isPower } = indexOf(scenario);
    if (by.some((one) => !isPower.has(one))) return 'outsider';
    const wrong =
      against.length === 0 ||
      new Set(against).size < against.length ||
      against.some((power) => !isPower.has(power) || by.includes(power) || to.includes(power));
    return wrong ? 'against' : null;
  },
  judge: (judging, _agreement, clause, { against }, last) => {
    for (const attack of judging.told.attacks) {
      if (!wasFought(attack) || !against.includes(attack.by) || !clause.to.includes(attack.host)) continue;
      const finding = judgeAttack(judging, clause.by, attack);
      if (finding !== null) return finding;
    }
    return last ? KEPT : null;
  },
  holds: () => true,
  asks: (clause) => clause.to.map((host) => ({ verb: 'deter', host })),
  forbids: () => NO_PATTERNS,
  breachBy: (_scenario, clause, { against }, obligor) => ({
    kind: 'undeterred',
    attacker: against[0] ?? '',
    host: clause.to.find((one) => one !== obligor) ?? '',
  }),
};
