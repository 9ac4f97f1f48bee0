import { indexOf } from '../../catalogue/scenario-index.ts';
import { type Doors, isWelcome, MAX_WELCOMES } from '../../model/portfolio.ts';
import { clauseCause } from '../owed.ts';
import { changedDoors } from '../resolution/doors.ts';
import type { ClauseRules, TermsOf } from './clause-kind.ts';
import { NO_PATTERNS } from './clause-kind.ts';

type Terms = TermsOf<'welcome'>;

const isAsPromised = (doors: Doors, { area, supplier, open }: Terms): boolean =>
  isWelcome(doors, area, supplier) === open;

/** What a non-player's doors become when it keeps its word; the oldest welcome makes room. */
const opened = (doors: Doors, { area, supplier, open }: Terms): Doors | null => {
  const door = { area, supplier };
  if (!open) return changedDoors(doors, { kind: 'unwelcome', door });
  const [instead] = doors.welcomes;
  return changedDoors(
    doors,
    doors.welcomes.length < MAX_WELCOMES || instead === undefined
      ? { kind: 'welcome', door }
      : { kind: 'welcome', door, instead },
  );
};

/** A door that stands open, or not, at the end of each turn. Non-players turn theirs by themselves. (AG4) */
export const welcomeRules: ClauseRules<'welcome'> = {
  fault: ({ scenario, board, by }, { supplier }) =>
    by.length !== 1 ||
    by[0] === supplier ||
    !indexOf(scenario).actors.includes(supplier) ||
    board.portfolios[by[0] ?? ''] === undefined
      ? 'supplier'
      : null,
  runs: ({ turn: { log } }, agreement, clause, terms) => {
    for (const host of clause.by) {
      const from = log.state.board.doors[host];
      if (from === undefined || indexOf(log.scenario).isPower.has(host) || isAsPromised(from, terms)) continue;
      const to = opened(from, terms);
      if (to !== null) log.add({ kind: 'doorsSet', host, from, to }, clauseCause(agreement, clause));
    }
  },
  judge: ({ board, told }, _agreement, clause, terms, last) => {
    const guilty = clause.by.filter((host) => {
      const doors = board.doors[host];
      return doors !== undefined && !isAsPromised(doors, terms);
    });
    if (guilty.length > 0)
      return { verdict: 'breached', by: guilty, evidence: told.doors.get(guilty[0] ?? '') ?? null };
    return last ? { verdict: 'kept', evidence: told.doors.get(clause.by[0] ?? '') ?? null } : null;
  },
  holds: ({ board }, _agreement, clause, terms) =>
    clause.by.every((host) => {
      const doors = board.doors[host];
      return doors !== undefined && isAsPromised(doors, terms);
    }),
  asks: () => NO_PATTERNS,
  forbids: () => NO_PATTERNS,
  breachBy: (_scenario, _clause, { area, supplier, open }) => ({
    kind: 'doors',
    change: { kind: open ? 'unwelcome' : 'welcome', door: { area, supplier } },
  }),
};
