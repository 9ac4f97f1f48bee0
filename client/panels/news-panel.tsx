import { useState } from 'react';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import { t } from '../text/match-text.ts';
import { quarterName } from '../text/names.ts';
import { Badge } from '../ui/badge.tsx';
import { Select } from '../ui/select.tsx';
import { EventLine } from './event-line.tsx';
import { useScenario, useView } from './panel-hooks.ts';
import { Sources } from './sources.tsx';

type CardPlayed = Extract<GameEvent, { readonly kind: 'cardPlayed' }>;
const isCard = (event: GameEvent): event is CardPlayed => event.kind === 'cardPlayed';

/** The cards of a turn: what happened in the world and which number it moves. */
export const NewsPanel = () => {
  const scenario = useScenario();
  const { events, board, notes } = useView();
  const [asked, setAsked] = useState<number | null>(null);
  const turn = asked ?? Math.max(1, board.turn);
  const cards = events.filter(isCard).filter((event) => event.turn === turn);
  const turns = Array.from({ length: Math.max(1, board.turn) }, (_, i) => i + 1);
  const told = notes.filter((note) => note.turn === turn);
  return (
    <section className="panel-body news" aria-labelledby="news-title">
      <h2 id="news-title">{t('news.title', { quarter: quarterName(scenario, turn) })}</h2>
      {turns.length > 1 ? (
        <Select
          label={t('told.turn')}
          options={turns.map((one) => ({ id: String(one), label: quarterName(scenario, one) }))}
          value={String(turn)}
          onChange={(id) => setAsked(Number(id))}
        />
      ) : null}
      {told.map((note) => (
        <p key={`${note.at}`} className="panel-card">
          <span>
            <b>{t('news.note')}</b> {note.text}
          </span>
        </p>
      ))}
      {cards.length === 0 ? <p className="panel-empty">{t('news.none')}</p> : null}
      {cards.map((event) => (
        <NewsCard key={event.id} event={event} />
      ))}
      <Incomes turn={turn} />
    </section>
  );
};

const NewsCard = ({ event }: { readonly event: CardPlayed }) => {
  const scenario = useScenario();
  const view = useView();
  const card = indexOf(scenario).cards.get(event.card);
  if (card === undefined) return null;
  const effects = view.events.filter((one) => one.cause.kind === 'events' && one.cause.ids.includes(event.id));
  return (
    <article className="panel-card" aria-label={card.title}>
      <h3>{card.title}</h3>
      <p>
        <Badge tone="note">{t(`news.${event.how}`)}</Badge>
      </p>
      <p>{card.text}</p>
      <p>
        <b>{t('news.changes')}</b> {card.changes}
      </p>
      {effects.length === 0 ? null : (
        <ul className="panel-list small">
          {effects.map((effect) => (
            <li key={effect.id}>
              <EventLine event={effect} />
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <b>{t('news.teaching')}</b> {card.teaching}
      </p>
      <p className="small soft">{t('news.precedent', { precedent: card.precedent })}</p>
      <Sources named={card.source} />
    </article>
  );
};

/** What came in and what standing measures did as the turn began. */
const Incomes = ({ turn }: { readonly turn: number }) => {
  const { events } = useView();
  const incomes = events.filter(
    (event) =>
      event.turn === turn &&
      event.kind !== 'scored' &&
      event.kind !== 'turnClosed' &&
      ((event.cause.kind === 'rule' && event.cause.rule.startsWith('IN')) || event.cause.kind === 'measure'),
  );
  if (incomes.length === 0) return null;
  return (
    <div className="panel-part">
      <h3>{t('news.income')}</h3>
      <ul className="panel-list">
        {incomes.map((event) => (
          <li key={event.id}>
            <EventLine event={event} />
          </li>
        ))}
      </ul>
    </div>
  );
};
