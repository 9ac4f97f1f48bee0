import type { PaceDefinition, Scenario } from '../model/scenario.ts';
import type { Delay, Length, Pace, PressMode, Settings } from '../model/state.ts';

export type SettingsChoice = {
  readonly length: Length;
  readonly pace: Pace;
  readonly press: PressMode;
  readonly facilitated: boolean;
  readonly spectators: boolean;
  readonly delay?: Delay;
};

export const settingsFor = (scenario: Scenario, choice: SettingsChoice): Settings => {
  const pace = scenario.paces.find((one) => one.id === choice.pace);
  const pauseDays = choice.facilitated ? 0 : pauseDaysOf(pace);
  return {
    ...choice,
    turns: scenario.lengths[choice.length],
    negotiation: pace?.negotiation ?? null,
    orders: pace?.orders ?? null,
    oneWindow: pace?.oneWindow ?? false,
    ...(pauseDays > 0 ? { pauseDays } : {}),
  };
};

/** Where a turn takes a day, somebody has a weekend. */
const pauseDaysOf = (pace: PaceDefinition | undefined): number => {
  if (pace === undefined || pace.negotiation === null) return 0;
  return pace.pauseDays ?? (pace.oneWindow ? 3 : 0);
};
