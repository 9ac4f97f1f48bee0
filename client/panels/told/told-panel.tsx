import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../text/match-text.ts';
import { quarterName } from '../../text/names.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { EventLine } from '../event-line.tsx';
import { isOnMap, subjectsOf } from '../event-refs.ts';
import { useScenario, useStage, useView } from '../panel-hooks.ts';
import { resolutionOf, resolvedTurns, type ToldItem, toldItems, toldStops } from './told.ts';
import './told.css';

const PACE = 2_500;

/** How a turn was resolved, in the order of its steps: at once, or one thing after another. */
export const ToldPanel = ({ stepping = false }: { readonly stepping?: boolean }) => {
  const scenario = useScenario();
  const { events } = useView();
  const turns = useMemo(() => resolvedTurns(events), [events]);
  const [asked, setAsked] = useState<number | null>(null);
  const turn = asked ?? turns.at(-1) ?? 0;
  const items = useMemo(() => toldItems(resolutionOf(events, turn)), [events, turn]);
  return (
    <section className="panel-body told" aria-labelledby="told-title">
      <h2 id="told-title">
        {turn === 0 ? t('told.title') : t('told.title.of', { quarter: quarterName(scenario, turn) })}
      </h2>
      {turns.length > 1 ? (
        <Select
          label={t('told.turn')}
          options={turns.map((one) => ({ id: String(one), label: quarterName(scenario, one) }))}
          value={String(turn)}
          onChange={(id) => setAsked(Number(id))}
        />
      ) : null}
      {items.length === 0 ? (
        <p className="panel-empty">{t('told.none')}</p>
      ) : (
        <Telling key={turn} items={items} stepping={stepping} />
      )}
    </section>
  );
};

const Telling = ({ items, stepping }: { readonly items: readonly ToldItem[]; readonly stepping: boolean }) => {
  const scenario = useScenario();
  const { highlight, motion } = useStage();
  const stops = useMemo(() => toldStops(items), [items]);
  const [stop, setStop] = useState(stepping ? 1 : stops.length);
  const shown = stops[stop - 1] ?? items.length;
  const before = stops[stop - 2] ?? 0;
  const [auto, setAuto] = useState(false);
  const last = useRef<HTMLLIElement>(null);
  const running = stop < stops.length;
  useEffect(() => {
    if (!running) return highlight([]);
    const now = items.slice(before, shown).flatMap((item) => [item.event, ...item.follows]);
    highlight(now.flatMap((event) => subjectsOf(event, scenario)).filter(isOnMap));
    last.current?.scrollIntoView({ block: 'nearest', behavior: motion ? 'smooth' : 'auto' });
    return undefined;
  }, [items, before, shown, running, highlight, scenario, motion]);
  useEffect(() => () => highlight([]), [highlight]);
  useEffect(() => {
    if (!auto || !running) return undefined;
    const timer = setInterval(() => setStop((now) => now + 1), PACE);
    return () => clearInterval(timer);
  }, [auto, running]);
  return (
    <>
      <div className="told-acts row">
        {running ? (
          <>
            <Button kind="primary" onPress={() => setStop((now) => now + 1)}>
              {t('told.next')}
            </Button>
            <Button onPress={() => setAuto(!auto)}>{t(auto ? 'told.stop' : 'told.auto')}</Button>
            <Button kind="quiet" onPress={() => setStop(stops.length)}>
              {t('told.skip')}
            </Button>
          </>
        ) : (
          <Button
            onPress={() => {
              setAuto(false);
              setStop(1);
            }}
          >
            {t('told.step')}
          </Button>
        )}
        <span className="soft figures">{t('told.count', { shown: stop, all: stops.length })}</span>
      </div>
      <ol className="told-list plain-list" aria-live={running ? 'polite' : 'off'}>
        {items.slice(0, shown).map((item, index) => (
          <li
            key={item.event.id}
            ref={index === before ? last : undefined}
            className="told-item"
            data-now={(running && index >= before) || undefined}
          >
            {index === 0 || items[index - 1]?.step !== item.step ? <h3>{t(`told.step.${item.step}`)}</h3> : null}
            <EventLine event={item.event} />
            {item.follows.length === 0 ? null : (
              <ul className="told-then plain-list">
                {item.follows.map((event) => (
                  <li key={event.id}>
                    <EventLine event={event} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
