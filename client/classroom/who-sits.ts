import type { ConsoleSeat } from '../../shared/protocol/http.ts';
import { formatList } from '../text/format.ts';
import { t } from '../text/text.ts';
import { botName } from '../ui/bot-name.ts';

/** Who plays a seat, and for whom. */
export const whoSits = ({ people, bot }: ConsoleSeat): string => {
  const names = formatList(people.map(({ name }) => name));
  if (bot === null) return names || t('seat.free');
  return people.length > 0 ? t('seats.bot', { names, bot: botName(bot) }) : botName(bot);
};
