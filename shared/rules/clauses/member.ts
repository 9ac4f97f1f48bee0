import type { Agreement } from '../../model/agreement.ts';
import type { ActorId, PowerId } from '../../model/ids.ts';
import { type ClauseRules, type Finding, type Judging, NO_PATTERNS, type TermsOf } from './clause-kind.ts';
import { lastMoveOf, standingActOf } from './history.ts';

type Standing = TermsOf<'member'>['standing'];

/** How a party stands in an institution; who has given notice is on the way out. */
export const standingIn = (institution: Agreement | undefined, power: ActorId): Standing => {
  if (institution === undefined || !institution.parties.includes(power)) return 'left';
  if (institution.status === 'suspended') return 'suspended';
  if (institution.status !== 'inForce') return 'left';
  return 'joined';
};

const isLeaving = (institution: Agreement | undefined, power: PowerId): boolean =>
  institution?.leaving[power] !== undefined;

const isAsPromised = (institution: Agreement | undefined, power: PowerId, promised: Standing): boolean => {
  const now = standingIn(institution, power);
  return promised === 'joined' ? now === 'joined' && !isLeaving(institution, power) : now === promised;
};

/** Whose doing is it that things are not as promised? */
const isToBlame = (
  judging: Judging,
  institution: Agreement | undefined,
  power: PowerId,
  promised: Standing,
): boolean => {
  if (institution === undefined || institution.background === true) return false;
  switch (promised) {
    case 'joined':
      // Leaving is one's own act; so is staying away from what oneself has suspended.
      return isLeaving(institution, power) || (institution.status === 'suspended' && institution.suspendedBy === power);
    case 'suspended':
      return institution.status === 'inForce'
        ? standingActOf(judging.turn, institution.id, power) !== null
        : isLeaving(institution, power);
    case 'left':
      return !isLeaving(institution, power);
    default:
      return promised satisfies never;
  }
};

/** Leaving takes notice: it is owed by the end of the window, or a turn after it opens. */
const isDue = (promised: Standing, now: number, from: number, until: number | null, last: boolean): boolean =>
  promised !== 'left' || last || (until === null && now > from);

/** To have joined, suspended or left an institution: how one stands at the end of each turn. (AG15) */
export const memberRules: ClauseRules<'member'> = {
  fault: ({ scenario, by }, { institution }) => {
    const known = scenario.agreements.find((one) => one.id === institution);
    if (known === undefined || by.some((power) => !known.parties.includes(power))) return 'institution';
    return known.background === true ? 'background' : null;
  },
  judge: (judging, _agreement, clause, { institution: id, standing }, last): Finding | null => {
    const institution = judging.board.agreements[id];
    const wrong = clause.by.filter((power) => !isAsPromised(institution, power, standing));
    if (wrong.length === 0) return last ? { verdict: 'kept', evidence: lastMoveOf(judging.turn, id) } : null;
    const guilty = isDue(standing, judging.turn.start.turn, clause.from, clause.until, last)
      ? wrong.filter((power) => isToBlame(judging, institution, power, standing))
      : [];
    if (guilty.length > 0)
      return { verdict: 'breached', by: guilty, evidence: standingActOf(judging.turn, id, guilty[0] ?? '') };
    if (!last) return null;
    const onTheWay = standing === 'left' && wrong.every((power) => isLeaving(institution, power));
    return { verdict: onTheWay ? 'kept' : 'excused', evidence: standingActOf(judging.turn, id, wrong[0] ?? '') };
  },
  holds: ({ board }, _agreement, clause, { institution, standing }) =>
    clause.by.every((power) => isAsPromised(board.agreements[institution], power, standing)),
  asks: () => NO_PATTERNS,
  forbids: () => NO_PATTERNS,
  breachBy: (_scenario, _clause, { institution, standing }) =>
    standing === 'left' ? { kind: 'stayed', institution } : { kind: 'left', institution },
};
