import type { MatchId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { openFold } from '../../shared/replay/fold.ts';
import { fullRecord } from '../../shared/replay/make-record.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import type { MatchStore } from '../store/match-store.ts';
import { foundationOf } from './foundation.ts';
import { reopenFrom } from './reopening.ts';

type Stored = Pick<MatchStore, 'match' | 'inputs' | 'members' | 'lastTurn' | 'lastSeam'>;

/** The whole record of a match as it stands in the store, its secrets included, also before its end: the operator's alone. */
export const storedRecord = async (
  store: Stored,
  scenarioById: (id: string) => Scenario | null,
  id: MatchId,
): Promise<MatchRecord | null> => {
  const stored = await store.match(id);
  const scenario = stored === null ? null : scenarioById(stored.scenario);
  if (stored === null || scenario === null) return null;
  const [rows, members] = await Promise.all([store.inputs(id), store.members(id)]);
  const { seam } = await reopenFrom(store, scenario, { stored, rows });
  const inputs = rows.map(({ seq, at, seat, input }) => ({ seq, at, seat, input }));
  const fold = openFold(scenario, foundationOf(stored), seam);
  for (const logged of inputs) if (logged.seq > (seam?.seq ?? 0)) fold.apply(logged);
  const names = Object.fromEntries(
    scenario.powers.map(({ id: power }) => [
      power,
      members.filter((one) => one.power === power).map(({ name }) => name),
    ]),
  );
  return fullRecord(scenario, {
    foundation: foundationOf(stored),
    names,
    inputs,
    fold,
    ...(seam === null ? {} : { seam }),
  });
};
