import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MatchDirectory } from '../../../server/match/match-directory.ts';
import type { OpenMatch } from '../../../server/match/open-match.ts';
import { People } from '../../../server/people.ts';
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import { thinkingHere } from '../../../server/workers/thinker.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { Pace } from '../../../shared/model/state.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { FIRST_RUN, quietJournal } from '../../server/support/given-table.ts';

/** Somebody with a token, in a seat of a match that has begun. */
export type Seated = {
  readonly match: string;
  readonly power: string;
  readonly token: string;
  /** as the log knows them */ readonly person: string;
};
export type Seating = {
  readonly tables: number;
  readonly pace?: Pace;
  /** ms of a phase, in place of the pace's own; null: untimed */ readonly negotiation: number | null;
  readonly orders: number | null;
  readonly turns?: number;
};

const withSpans = (scenario: Scenario, { pace = 'untimed', negotiation, orders, turns }: Seating): Scenario => ({
  ...scenario,
  paces: scenario.paces.map((one) => (one.id === pace ? { ...one, negotiation, orders, oneWindow: false } : one)),
  lengths: { ...scenario.lengths, standard: turns ?? scenario.lengths.standard },
});

/**
 * Whole tables of people in a store that no server has open, by the server's own means. Over the network
 * a limit for each address would stand in the way of two hundred people from one machine.
 */
export const seatTables = async (dataDir: string, seating: Seating): Promise<readonly Seated[]> => {
  mkdirSync(dataDir, { recursive: true });
  const store = await openSqliteStore({ file: join(dataDir, 'multivector.db') });
  const scenario = withSpans(charter2025, seating);
  const now = (): number => Date.now();
  const directory = new MatchDirectory({
    ...{ store, scenario, scenarioById: () => scenario, journal: quietJournal, thinker: thinkingHere() },
    // Whatever falls due belongs to the server that comes after.
    clock: { now, after: () => () => undefined },
    entropy: { hex: (bytes) => randomBytes(bytes).toString('hex'), below: (limit) => randomInt(limit) },
    past: FIRST_RUN,
  });
  const people = new People(store, now);
  const seated: Seated[] = [];
  const tables: OpenMatch[] = [];
  for (let table = 1; table <= seating.tables; table += 1) {
    const open = await directory.create({
      ...{ kind: 'private', title: `Table ${table}`, length: 'standard', pace: seating.pace ?? 'untimed' },
      ...{ press: 'full', bots: { bot: 'hold' }, host: null },
    });
    for (const { id: power } of scenario.powers) {
      const { token, person } = await people.create(power);
      await open.join({ person: person.key, name: power, power });
      seated.push({ match: open.match.id, power, token, person: person.key });
    }
    tables.push(open);
  }
  // All at once, so that their deadlines fall together.
  await Promise.all(tables.map((open) => open.start()));
  await directory.close();
  // Until a server takes over, these tables are in an outage like any other.
  await store.beat(now());
  await store.close();
  return seated;
};
