import { loadScenario } from '../../shared/scenarios/load-scenario.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';

/** A scenario as somebody may have typed it: any part may be replaced by anything. */
// biome-ignore lint/suspicious/noExplicitAny: what is broken has no type
export type Draft = any;

/** What the loader says of the tiny scenario after a change. */
export const broken = (
  change: (draft: Draft) => void,
): readonly { readonly path: string; readonly message: string }[] => {
  const draft: Draft = structuredClone(tiny);
  change(draft);
  const loaded = loadScenario(draft);
  return loaded.ok ? [] : loaded.problems;
};

/** A fault: its name, the change that brings it, where it is reported, and what is said. */
export type Fault = readonly [name: string, change: (draft: Draft) => void, path: string, message: string];

/** A project of two sponsors, put into the scenario and returned. */
export const dam = (d: Draft): Draft => {
  d.projects.push({
    id: 'dam',
    name: 'The dam',
    host: 'NOR',
    sponsors: ['SUD', 'OST'],
    area: 'energy',
    progress: { OST: 2 },
    goal: 10,
    stages: [
      { name: 'survey', upTo: 4, needs: null },
      { name: 'open', upTo: 10, needs: { kind: 'award' } },
    ],
    onWon: [{ kind: 'share', host: 'NOR', area: 'energy', supplier: '$winner', by: 10 }],
    lonlat: [10, 50],
    note: 'A dam.',
    source: 'invented',
  });
  return d.projects[0];
};
