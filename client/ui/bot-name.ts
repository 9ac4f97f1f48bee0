import type { BotChoice } from '../../shared/model/input.ts';
import { t } from '../text/text.ts';

/** A bot as a list of seats names it: how it plays, and how well. A temperament only where somebody chose it. */
export const botName = ({ bot, level = 'normal', temperament }: BotChoice): string =>
  [
    t(`seat.bot.${bot}`),
    ...(bot === 'negotiator' ? [t(`seat.bot.level.${level}`)] : []),
    ...(bot === 'negotiator' && temperament !== undefined ? [t(`seat.bot.temperament.${temperament}`)] : []),
    ...(bot === 'caretaker' ? [t('seat.bot.mandate')] : []),
  ].join(' · ');
