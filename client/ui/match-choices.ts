import type { BotChoice, Temperament } from '../../shared/model/input.ts';
import type { Length, Pace, PressMode } from '../../shared/model/state.ts';
import type { KEEP_CHOICES as SERVER_CHOICES } from '../../shared/protocol/http.ts';
import { t } from '../text/text.ts';
import { HOME_POWERS, powerName } from './power.ts';
import type { Option } from './select.tsx';

/** `any` is not a power: the table gives the first free seat. */
export const POWER_OPTIONS: readonly Option<string>[] = [
  { id: 'any', label: t('power.any'), note: t('power.any.note') },
  ...HOME_POWERS.map((power) => ({ id: power, label: `${powerName(power)} · ${power}` })),
];

export const LENGTH_OPTIONS: readonly Option<Length>[] = [
  { id: 'sprint', label: t('length.sprint'), note: t('length.sprint.note') },
  { id: 'short', label: t('length.short'), note: t('length.short.note') },
  { id: 'standard', label: t('length.standard'), note: t('length.standard.note') },
];

export const PACE_OPTIONS: readonly Option<Pace>[] = [
  { id: 'untimed', label: t('pace.untimed'), note: t('pace.untimed.note') },
  { id: 'blitz', label: t('pace.blitz'), note: t('pace.blitz.note') },
  { id: 'live', label: t('pace.live'), note: t('pace.live.note') },
  { id: 'correspondence', label: t('pace.correspondence'), note: t('pace.correspondence.note') },
];
/** Against bots nobody waits a day. */
export const QUICK_PACES = PACE_OPTIONS.slice(0, 3);

export const PRESS_OPTIONS: readonly Option<PressMode>[] = [
  { id: 'full', label: t('press.full'), note: t('press.full.note') },
  { id: 'public', label: t('press.public'), note: t('press.public.note') },
  { id: 'agreements', label: t('press.agreements'), note: t('press.agreements.note') },
];

const KEEP_CHOICES: typeof SERVER_CHOICES = [30, 90, 180, 365];
type KeepDays = (typeof KEEP_CHOICES)[number];
/** `usual`: as the server has it. */
export type KeepId = 'usual' | `${KeepDays}`;
/** For how long a match is kept after its end, in days. */
export const KEEP_OPTIONS: readonly Option<KeepId>[] = [
  { id: 'usual', label: t('keep.usual') },
  ...KEEP_CHOICES.map((days) => ({ id: `${days}` as const, label: t(`keep.${days}`) })),
];
export const keptFor = (id: KeepId): { readonly keepDays?: KeepDays } => {
  const keepDays = KEEP_CHOICES.find((days) => `${days}` === id);
  return keepDays === undefined ? {} : { keepDays };
};

const BOTS = {
  'negotiator-easy': { bot: 'negotiator', level: 'easy' },
  'negotiator-normal': { bot: 'negotiator', level: 'normal' },
  'negotiator-strong': { bot: 'negotiator', level: 'strong' },
  scripted: { bot: 'scripted' },
  random: { bot: 'random' },
  hold: { bot: 'hold' },
} as const satisfies { readonly [id: string]: BotChoice };
export type BotsId = keyof typeof BOTS;

export const BOT_OPTIONS: readonly Option<BotsId>[] = (Object.keys(BOTS) as BotsId[]).map((id) => ({
  id,
  label: t(`bots.${id}`),
  note: t(`bots.${id}.note`),
}));
export const USUAL_BOTS: BotsId = 'negotiator-normal';
export const botsCalled = (id: BotsId): BotChoice => BOTS[id];
export const isNegotiator = (id: BotsId): boolean => botsCalled(id).bot === 'negotiator';

export const TEMPERAMENT_OPTIONS: readonly Option<Temperament | 'drawn'>[] = (
  ['drawn', 'steadfast', 'opportunist'] as const
).map((id) => ({ id, label: t(`temperament.${id}`), note: t(`temperament.${id}.note`) }));
