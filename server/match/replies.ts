import type { Refusal } from '../../shared/model/refusal.ts';
import type { Reply, ServerCode } from '../../shared/protocol/messages.ts';

/** Refused by the server itself; refusals by the rules come from `shared/rules`. */
export const refusedBy = (code: ServerCode, because: Refusal['because'] = {}): Reply => ({
  ok: false,
  refusal: { code, because },
});
export const refusedAs = (refusal: Refusal): Reply => ({ ok: false, refusal });
