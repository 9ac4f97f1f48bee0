import { refuse } from '../../shared/model/refusal.ts';
import { decodeActRequest, decodeInputRequest, type Reply } from '../../shared/protocol/messages.ts';
import type { Admission } from './admission.ts';
import type { OpenMatch } from './open-match.ts';
import { refusedAs, refusedBy } from './replies.ts';

/** What somebody admitted sends for their seat, whichever way it came. A stand-in gives the seat back first. */
export const takeInput = async (open: OpenMatch | null, who: Admission | undefined, raw: unknown): Promise<Reply> => {
  const request = decodeInputRequest(raw);
  if (!request.ok) return refusedBy('server/malformed', { problem: request.problem });
  const person = who?.as === 'member' ? who.person : null;
  const power = person === null ? null : (open?.member(person)?.power ?? null);
  if (open === null || person === null || power === null) return refusedAs(refuse('input/not-your-seat'));
  const sitter = open.match.state.table.seats[power]?.sitter;
  if (sitter?.by === 'bot') {
    if (sitter.standIn !== true) return refusedAs(refuse('input/not-your-seat'));
    const back = await open.takeBack(power);
    if (!back.ok) return back;
  }
  const isTheirs = (): boolean => open.member(person)?.power === power;
  return open.match.submit({ seat: power, person, isTheirs, ...request.value });
};

/** What the facilitator does at one table. */
export const takeAct = async (open: OpenMatch | null, who: Admission | undefined, raw: unknown): Promise<Reply> => {
  const request = decodeActRequest(raw);
  if (!request.ok) return refusedBy('server/malformed', { problem: request.problem });
  if (open === null || who?.as !== 'facilitator') return refusedAs(refuse('input/not-your-seat'));
  return open.act(request.value);
};
