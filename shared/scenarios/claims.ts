import type { Condition } from '../model/effect.ts';

/** What a condition says of one thing: which numbers it allows, or that it is so, or that it is not. */
export type Claim = { readonly about: string } & (
  | { readonly least: number; readonly most: number }
  | { readonly is: string; readonly holds: boolean }
);

/** What must be true, whatever else is, where a condition holds. */
export const claimsOf = (condition: Condition): readonly Claim[] => {
  if (condition.kind === 'all') return condition.of.flatMap(claimsOf);
  if (condition.kind === 'any') return [];
  if (condition.kind === 'not') return isSimple(condition.of) ? [{ ...stateOf(condition.of), holds: false }] : [];
  if (!('atLeast' in condition) && !('atMost' in condition)) return [{ ...stateOf(condition), holds: true }];
  const { atLeast = Number.MIN_SAFE_INTEGER, atMost = Number.MAX_SAFE_INTEGER, ...about } = condition;
  return [{ about: nameOf(about), least: atLeast, most: atMost }];
};

/** Of what is not a list of parts and has no bounds, the denial is plain. */
const isSimple = (condition: Condition): boolean =>
  !['all', 'any', 'not'].includes(condition.kind) && !('atLeast' in condition) && !('atMost' in condition);

/** A gate has one status and a route one regime; anything else is so or is not. */
const stateOf = (condition: Condition): { readonly about: string; readonly is: string } => {
  if (condition.kind === 'gate') return { about: `gate ${condition.gate}`, is: condition.status };
  if (condition.kind === 'regime') return { about: `regime ${condition.route}`, is: condition.regime };
  return { about: nameOf(condition), is: 'so' };
};

const nameOf = (parts: object): string => JSON.stringify(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));

export const clash = (one: Claim, other: Claim): boolean => {
  if (one.about !== other.about) return false;
  if ('least' in one) return 'least' in other && (one.least > other.most || other.least > one.most);
  if (!('is' in other)) return false;
  return one.is === other.is ? one.holds !== other.holds : one.holds && other.holds;
};
