import type { Scenario } from '../model/scenario.ts';
import { charter2025 } from './charter-2025.ts';
import { tiny } from './tiny.ts';

/** What people may choose from. */
export const SCENARIOS: readonly Scenario[] = [charter2025];

/** Every scenario that a record may name, the ones for tests included. */
const known: readonly Scenario[] = [...SCENARIOS, tiny];

export const scenarioById = (id: string): Scenario | null => known.find((scenario) => scenario.id === id) ?? null;
