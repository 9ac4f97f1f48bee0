import { unknownIn } from '../catalogue/sources.ts';
import type { Desk } from './known-names.ts';
import { pathOf, suggest } from './problems.ts';

/** Every `source` names what the list of sources has; words that look like no id are free. */
export const checkSources = ({ scenario, report }: Desk): void => {
  const ids = scenario.sources.map((source) => source.id);
  for (const [i, id] of ids.entries())
    if (ids.indexOf(id) < i) report(`sources[${i}].id`, `Two sources are called “${id}”. Give one another id.`);
  const look = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === 'source' && typeof inner === 'string') lookUp(inner, pathOf(here));
      else look(inner, here);
    }
  };
  const lookUp = (reference: string, path: string): void => {
    for (const id of unknownIn(scenario, reference))
      report(path, `There is no source called “${id}”. ${suggest(id, ids)}`);
  };
  const { sources: _, ...rest } = scenario;
  look(rest, []);
};
