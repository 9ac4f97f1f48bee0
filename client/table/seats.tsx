import type { PowerId } from '../../shared/model/ids.ts';
import type { Sitter } from '../../shared/model/input.ts';
import { type Person, useMatch } from '../store/match-store.ts';
import { t } from '../text/text.ts';
import { Badge } from '../ui/badge.tsx';
import { botName } from '../ui/bot-name.ts';
import { Button } from '../ui/button.tsx';
import { PowerCode, PowerEmblem } from '../ui/power-mark.tsx';

type SeatsProps = { readonly onTake: ((power: PowerId | null) => void) | null; readonly busy: boolean };

const NOBODY: readonly Person[] = [];

const Sitting = ({ people, sitter }: { readonly people: readonly Person[]; readonly sitter: Sitter }) => {
  if (people.length > 0) {
    return people.map((person) => (
      <span key={person.name} className="seat-person">
        <span className="clip" title={person.name}>
          {person.name}
        </span>
        {person.online ? null : <Badge>{t('seat.away')}</Badge>}
      </span>
    ));
  }
  return <span className="soft">{sitter.by === 'bot' ? botName(sitter) : t('seat.free')}</span>;
};

/** The six seats: who sits, and a button where one may. */
export const Seats = ({ onTake, busy }: SeatsProps) => {
  const powers = useMatch((state) => state.scenario.powers);
  const seats = useMatch((state) => state.view?.table.seats ?? null);
  const people = useMatch((state) => state.people);
  const mine = useMatch((state) => state.welcome?.power ?? null);
  return (
    <ul className="plain-list seats" aria-label={t('seat.list')}>
      {powers.map(({ id, name, capital }) => {
        const here = people[id] ?? NOBODY;
        const sitter = seats?.[id]?.sitter ?? { by: 'nobody' as const };
        return (
          <li key={id} className="panel seat" data-mine={mine === id || undefined}>
            <PowerEmblem power={id} size="l" />
            <div className="seat-text">
              <h2>
                <span className="clip" title={name}>
                  {name}
                </span>
              </h2>
              <p className="small soft">
                <PowerCode power={id} /> · {capital}
              </p>
              <div className="seat-people">
                <Sitting people={here} sitter={sitter} />
              </div>
            </div>
            {mine === id ? <Badge tone="warn">{t('seat.yours')}</Badge> : null}
            {onTake !== null && mine !== id && here.length === 0 ? (
              <Button
                size="s"
                isDisabled={busy}
                aria-label={t('seat.take.of', { power: name })}
                onPress={() => onTake(id)}
              >
                {t('seat.take')}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
