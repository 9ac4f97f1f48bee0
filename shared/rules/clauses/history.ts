import type { GameEvent } from '../../model/event.ts';
import type { AgreementId, EventId, PowerId } from '../../model/ids.ts';
import type { Turn } from '../resolution/turn.ts';

/** The latest event of the match, up to this resolution, that is as asked. Only for what is about to be decided: it reads far back. */
const latest = ({ log }: Turn, wanted: (event: GameEvent) => boolean): EventId | null =>
  (log.events.findLast(wanted) ?? log.state.events.findLast(wanted))?.id ?? null;

/** How an agreement came to be: what decides over a promise that never could be kept beside an earlier one. */
export const signingOf = (turn: Turn, id: AgreementId): EventId | null =>
  latest(turn, (event) => event.kind === 'agreementConcluded' && event.agreement.id === id);

/** The power's last act that bears on an agreement's standing: notice, suspension, resumption. */
export const standingActOf = (turn: Turn, id: AgreementId, power: PowerId): EventId | null =>
  latest(
    turn,
    (event) =>
      ((event.kind === 'noticeGiven' && event.power === power) ||
        (event.kind === 'agreementMoved' && event.by === power)) &&
      event.agreement === id,
  );

/** Where an agreement's standing last changed, by whomever. */
export const lastMoveOf = (turn: Turn, id: AgreementId): EventId | null =>
  latest(turn, (event) => event.kind === 'agreementMoved' && event.agreement === id);

/** When consent to the contrary was given. */
export const consentTo = (turn: Turn, id: AgreementId, power: PowerId): EventId | null =>
  latest(turn, (event) => event.kind === 'consented' && event.given && event.agreement === id && event.power === power);

/** What a power did this turn, to cite when it did not do what it owed. */
export const conductOf = (turn: Turn, power: string): EventId | null =>
  turn.revealed[power] ??
  turn.log.events.findLast((event) => event.kind === 'ordersRevealed' && event.audience === 'public')?.id ??
  turn.log.events.find((event) => event.audience === 'public')?.id ??
  null;
