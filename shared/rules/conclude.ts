import { canonical } from '../kernel/canonical.ts';
import { saltedDigest } from '../kernel/digest.ts';
import type { Agreement, AgreementDraft, Proposal, Visibility } from '../model/agreement.ts';
import type { Cause } from '../model/cause.ts';
import type { Clause, ClauseDraft, ClauseTerms } from '../model/clause.ts';
import type { EventId, PowerId } from '../model/ids.ts';
import { channelKey } from '../model/ids.ts';
import type { Board, MatchState } from '../model/state.ts';
import { concededClause } from './demands.ts';
import type { Log } from './log.ts';
import { moveTrack } from './moves.ts';
import { audienceOf } from './owed.ts';

export const clauseFrom = (draft: ClauseDraft, id: string): Clause => ({
  ...draft,
  by: [...draft.by].sort(),
  to: [...draft.to].sort(),
  id,
  status: 'pending',
  done: [],
  able: [],
  evidence: null,
  breachedBy: [],
});

/** The first id that is free. Public ones are counted; a secret one, exposed, must not tell how many there are. */
const nextId = ({ board, seed }: MatchState, root: string, isSecret = false): string => {
  for (let n = 1; ; n += 1) {
    const id = `${root}#${isSecret ? saltedDigest(seed, [root, n]).slice(0, 6) : n}`;
    if (board.agreements[id] === undefined) return id;
  }
};

const inCrisis = ({ scenario }: Log, { tracks }: Pick<Board, 'tracks'>, power: PowerId): boolean =>
  (tracks[power]?.stability ?? 100) < scenario.magnitudes.stability.crisis;

/** The same promise by the same powers, to at least those to whom the other makes it. */
const repeats = (clause: ClauseDraft, other: ClauseDraft): boolean =>
  canonical(clause.terms) === canonical(other.terms) &&
  [...clause.by].sort().join() === [...other.by].sort().join() &&
  other.to.every((actor) => clause.to.includes(actor));

const saysAll = (draft: AgreementDraft, text: AgreementDraft): boolean =>
  draft.visibility === text.visibility &&
  text.clauses.every((wanted) => draft.clauses.some((clause) => repeats(clause, wanted)));

/** The scenario's text that a proposal is, or answers with all its promises in it; the agreement goes by that name. */
const textOf = ({ state, scenario }: Log, proposal: Proposal): string | null => {
  for (let one: Proposal | undefined = proposal; one !== undefined; ) {
    const id: string = one.id;
    const { counters }: Proposal = one;
    const text = scenario.offers.find((offer) => offer.id === id);
    if (text !== undefined)
      return state.board.agreements[id] === undefined && saysAll(proposal.draft, text.draft) ? id : null;
    one = counters === null ? undefined : state.proposals[counters];
  }
  return null;
};

/** All have signed: the proposal becomes an agreement and binds from this turn's resolution. */
export const conclude = (log: Log, proposal: Proposal, cause: Cause): void => {
  const { draft } = proposal;
  const parties = [...draft.parties].sort();
  const root = draft.visibility === 'public' ? 'pact' : `secret-${channelKey(parties)}`;
  const agreement: Agreement = {
    id: textOf(log, proposal) ?? nextId(log.state, root, draft.visibility === 'secret'),
    title: draft.title,
    parties,
    visibility: draft.visibility,
    form: draft.form,
    status: 'inForce',
    from: log.state.board.turn,
    until: draft.until,
    notice: draft.notice,
    leaving: {},
    consents: [],
    shownTo: [],
    underDuress: parties.filter((party) => inCrisis(log, log.state.board, party)),
    origin: 'negotiated',
    clauses: draft.clauses.map((clause, i) => clauseFrom(clause, `c${i + 1}`)),
  };
  log.add({ kind: 'proposalClosed', proposal: proposal.id, as: 'concluded' }, cause, parties);
  const id = log.add({ kind: 'agreementConcluded', agreement }, cause, audienceOf(agreement));
  if (agreement.form !== 'treaty') return;
  for (const party of parties)
    moveTrack(log, party, 'capital', -log.scenario.magnitudes.treaty.capital, { kind: 'events', ids: [id] });
};

/** What a host granted under pressure becomes binding, under duress if it was in crisis `before`; a secret one only those two know of. */
export const concludeConcession = (
  log: Log,
  before: Pick<Board, 'tracks'>,
  squeezer: PowerId,
  order: { readonly host: PowerId; readonly demand: ClauseTerms },
  shownBy: EventId,
  visibility: Visibility = 'public',
): void => {
  const { turn } = log.state.board;
  const draft = concededClause(order.host, squeezer, order.demand, turn);
  const parties = [order.host, squeezer].sort();
  const agreement: Agreement = {
    id:
      visibility === 'public'
        ? nextId(log.state, 'concession')
        : nextId(log.state, `secret-${channelKey(parties)}`, true),
    title: '',
    parties,
    visibility,
    form: 'statement',
    status: 'inForce',
    from: turn + 1,
    until: draft.until,
    notice: 1,
    leaving: {},
    consents: [],
    shownTo: [],
    underDuress: inCrisis(log, before, order.host) ? [order.host] : [],
    origin: 'conceded',
    clauses: [clauseFrom(draft, 'c1')],
  };
  log.add({ kind: 'agreementConcluded', agreement }, { kind: 'events', ids: [shownBy] }, audienceOf(agreement));
};
