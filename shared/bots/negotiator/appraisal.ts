import type { AgreementDraft } from '../../model/agreement.ts';
import type { ClauseDraft } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import { clashesOf } from '../../rules/warnings.ts';
import { sideOf, signingCost } from './burden.ts';
import { agreedBoard } from './kept.ts';
import type { Mind } from './mind.ts';

/** What a broken promise costs at least, in hundredths: the word, the grievance, the next partner. */
export const FAITHLESS = { steadfast: 600, opportunist: 130 } as const;

const everything = (): boolean => true;

/** Hundredths that a draft is worth to a power, all its promises kept. */
export const worthIfKept = (mind: Mind, draft: AgreementDraft, power: PowerId): number =>
  worthWith(mind, draft, power, everything);

const worthWith = (
  mind: Mind,
  draft: AgreementDraft,
  power: PowerId,
  isKept: (clause: ClauseDraft) => boolean,
): number => {
  const { scenario, board } = mind;
  const after = agreedBoard(scenario, board, draft, isKept);
  let sum = mind.worth(power, after) - mind.now(power) - signingCost(scenario, draft);
  for (const clause of draft.clauses) if (isKept(clause)) sum += sideOf(scenario, board, clause, power);
  return sum;
};

/** What a draft is worth to me, with others believed as far as they deserve it, and what I promised elsewhere counted in. */
export const worthToMe = (mind: Mind, draft: AgreementDraft): number => {
  const { me } = mind;
  const kept = worthIfKept(mind, draft, me);
  const others = draft.clauses.flatMap(({ by }) => by.filter((one) => one !== me));
  const clash = clashCost(mind, draft);
  if (others.length === 0) return kept - clash;
  const trust = Math.min(...others.map((one) => mind.trust(one)));
  const alone = worthWith(mind, draft, me, (clause) => clause.by.includes(me));
  return Math.round((kept * trust + Math.min(kept, alone) * (100 - trust)) / 100) - clash;
};

/** What it would cost me to keep both this and what stands; nothing where the third party that must consent is at the table. */
const clashCost = (mind: Mind, draft: AgreementDraft): number => {
  const { view, me, character } = mind;
  let sum = 0;
  for (const { power, against } of clashesOf(mind.scenario, view, draft)) {
    if (power !== me) continue;
    if ('agreement' in against) {
      const standing = view.agreements.find((one) => one.id === against.agreement);
      const clause = standing?.clauses.find((one) => one.id === against.clause);
      if (clause?.unlessConsentOf !== undefined && draft.parties.includes(clause.unlessConsentOf)) continue;
      // What was broken before the match and is broken still costs nothing more.
      if (clause?.priced === true) continue;
    }
    sum += FAITHLESS[character.temperament];
  }
  return sum;
};
