import { digestOf } from '../../../shared/kernel/digest.ts';
import type { Luck } from '../../../shared/kernel/luck.ts';
import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import type { ClauseTerms } from '../../../shared/model/clause.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import type { Concession } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { MatchState } from '../../../shared/model/state.ts';
import { randomAct } from '../../fuzz/random-acts.ts';

/** Marks that can be looked for in raw bytes. */
export type Canaries = { readonly next: () => string; readonly all: () => readonly string[] };
export const canariesOf = (seed: string): Canaries => {
  const all: string[] = [];
  return {
    next: () => {
      const canary = `canary-${digestOf('canary', seed, String(all.length)).slice(0, 12)}`;
      all.push(canary);
      return canary;
    },
    all: () => all,
  };
};

export type Keeping = {
  readonly scenario: Scenario;
  readonly state: MatchState;
  readonly by: PowerId;
  readonly to: PowerId;
  readonly luck: Luck;
  readonly canaries: Canaries;
};

const CONCESSIONS = ['pay', 'welcome', 'gate', 'refrain', 'recognise'] as const;

export const randomConcession = (keepers: readonly PowerId[], power: PowerId, luck: Luck): Concession => {
  const kind = luck.pick(CONCESSIONS);
  const to = luck.pick([...keepers.filter((one) => one !== power), 'anyone']);
  return { to, kind, ...(kind === 'pay' ? { amount: luck.integer(1, 60) } : {}) };
};

const termsOf = ({ by, to, luck }: Keeping): ClauseTerms =>
  luck.pick<ClauseTerms>([
    { kind: 'refrain', order: { verb: 'coup', host: to } },
    { kind: 'refrain', order: { verb: 'operate', host: by } },
    { kind: 'refrain', order: { verb: 'sanction', host: to } },
    { kind: 'pay', amount: luck.integer(1, 3), each: false },
  ]);

/** A draft of the two alone. An open one is never signed: that would be told to everybody. */
const draftOf = (keeping: Keeping): AgreementDraft => {
  const { by, to, state, luck, canaries } = keeping;
  const { turn } = state.board;
  const secret = luck.integer(1, 4) > 1;
  return {
    title: canaries.next(),
    parties: [by, to],
    visibility: secret ? 'secret' : 'public',
    form: luck.integer(1, 3) === 1 ? 'treaty' : 'statement',
    until: null,
    notice: luck.integer(0, 2),
    clauses: Array.from({ length: luck.integer(1, 3) }, () => ({
      ...{ by: [by], to: [to], terms: termsOf(keeping) },
      ...{ from: turn, until: turn + luck.integer(0, 3) },
    })),
  };
};

const answer = ({ state, by, to, luck }: Keeping): PowerInput | null => {
  const open = Object.values(state.proposals).filter(
    ({ status, draft }) =>
      status === 'open' && draft.parties.length === 2 && [by, to].every((one) => draft.parties.includes(one)),
  );
  if (open.length === 0) return null;
  const offer = luck.pick(open);
  const mayBeSigned = offer.draft.visibility === 'secret' && !offer.signed.includes(by);
  if (mayBeSigned && luck.integer(1, 4) > 1) return { kind: 'sign', proposal: offer.id };
  return { kind: luck.integer(1, 2) === 1 ? 'decline' : 'withdrawProposal', proposal: offer.id };
};

const aboutPapers = ({ state, by, to, luck }: Keeping): PowerInput | null => {
  const papers = Object.values(state.board.agreements).filter(
    ({ visibility, parties }) =>
      visibility === 'secret' && parties.length === 2 && [by, to].every((one) => parties.includes(one)),
  );
  if (papers.length === 0) return null;
  return { kind: luck.pick(['giveNotice', 'suspend', 'resume'] as const), agreement: luck.pick(papers).id };
};

/** Draws until it is a standing plan: the only other source of them is this one. */
const plans = ({ scenario, state, by, luck }: Keeping): PowerInput | null => {
  for (let tries = 0; tries < 40; tries += 1) {
    const act = randomAct(scenario, state, by, luck);
    if (act?.kind === 'setStanding') return act;
  }
  return null;
};

/** Something that nobody but the two may ever know of. */
export const secretAct = (keeping: Keeping): PowerInput | null => {
  const { to, state, luck, canaries } = keeping;
  const text = `${canaries.next()} ${'psst '.repeat(luck.integer(0, 30))}`;
  switch (luck.integer(1, 10)) {
    case 1:
    case 2:
    case 3:
      return { kind: 'say', to: [to], text };
    case 4:
    case 5:
    case 6:
      return { kind: 'propose', draft: draftOf(keeping), expires: state.board.turn + luck.integer(0, 1) };
    case 7:
    case 8:
      return answer(keeping);
    case 9:
      return aboutPapers(keeping);
    default:
      return plans(keeping);
  }
};
