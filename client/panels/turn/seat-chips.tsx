import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import { useMatch } from '../../store/match-store.ts';
import { formatList } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { botName } from '../../ui/bot-name.ts';
import { PowerCode } from '../../ui/power-mark.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';

const MARKS = { human: '●', bot: '⚙', nobody: '○' } as const;
/** Who is away is told by its shape too, not by its colour alone. */
const AWAY = '◌';

/** Who sits where and who is awaited. */
export const SeatChips = () => {
  const scenario = useScenario();
  return (
    <ul className="turnbar-seats plain-list" aria-label={t('seats')}>
      {indexOf(scenario).powers.map((power) => (
        <SeatChip key={power} power={power} />
      ))}
    </ul>
  );
};

const SeatChip = ({ power }: { readonly power: PowerId }) => {
  const scenario = useScenario();
  const seat = useView().table.seats[power];
  const people = useMatch((state) => state.people)[power] ?? [];
  const me = useMe();
  if (seat === undefined) return null;
  const { by } = seat.sitter;
  const standIn = seat.sitter.by === 'bot' && seat.sitter.standIn === true;
  const away = by === 'human' && people.length > 0 && people.every((person) => !person.online);
  const names = people.map((person) => person.name);
  const words = [
    actorName(scenario, power),
    power === me ? t('seat.you') : null,
    names.length > 0 ? formatList(names) : by === 'bot' ? null : t(`seat.${by}`),
    seat.sitter.by === 'bot' && !standIn ? botName(seat.sitter) : null,
    seat.conceded ? t('seat.conceded') : null,
    standIn ? t('seat.standin') : null,
    seat.missed > 0 ? t('seat.missed', { n: seat.missed }) : null,
    away ? t('seat.away') : null,
    seat.ready ? t('seat.ready') : t('seat.waiting'),
  ].filter((word) => word !== null);
  return (
    <li
      className="seat-chip"
      data-ready={seat.ready || undefined}
      data-me={power === me || undefined}
      data-away={away || undefined}
      title={words.join(' · ')}
    >
      <span className="hidden-text">{words.join(', ')}</span>
      <span aria-hidden="true" className="seat-who">
        {standIn ? '◔' : away ? AWAY : MARKS[by]}
      </span>
      <span aria-hidden="true">
        <PowerCode power={power} />
      </span>
      {seat.missed > 0 ? (
        <Figure of={figureKey('missed', power)} className="seat-missed">
          −{seat.missed}
        </Figure>
      ) : null}
      <span aria-hidden="true" className="seat-ready">
        {seat.ready ? '✓' : '…'}
      </span>
    </li>
  );
};
