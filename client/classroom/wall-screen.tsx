import type { CSSProperties } from 'react';
import type { WallView } from '../../shared/protocol/http.ts';
import { addressOf } from '../app/route.ts';
import type { ClassConnection } from '../net/class-connection.ts';
import { useStore } from '../store/create-store.ts';
import { formatHundredths } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { Clock } from '../ui/clock.tsx';
import { PowerCode } from '../ui/power-mark.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { useTitle } from '../ui/use-title.ts';
import { useClassConnection } from './use-class-connection.ts';
import './wall.css';

type Table = WallView['tables'][number];
const isRunning = (table: Table): boolean => table.phase === 'negotiation' || table.phase === 'orders';

const SeatChip = ({ table, seat }: { readonly table: Table; readonly seat: Table['seats'][number] }) => {
  const score = table.scores.find(({ power }) => power === seat.power);
  const state = !isRunning(table)
    ? t('wall.people', { n: seat.people })
    : seat.ready
      ? t('seat.ready')
      : t('wall.busy');
  return (
    <li
      className="wall-seat"
      data-ready={(isRunning(table) && seat.ready) || undefined}
      data-filled={seat.people > 0 || undefined}
    >
      <PowerCode power={seat.power} />
      <span aria-hidden="true" className="wall-mark">
        {isRunning(table) ? (seat.ready ? '✓' : '·') : table.phase === 'ended' ? '' : seat.people}
      </span>
      <span className="hidden-text">{state}</span>
      {table.phase === 'table' || score === undefined ? null : (
        <span className="wall-score figures" title={t('wall.score')}>
          {formatHundredths(score.open)}
        </span>
      )}
    </li>
  );
};

const WallTable = ({ table, skew }: { readonly table: Table; readonly skew: number }) => (
  <li className="wall-table">
    <header>
      <h2>{table.label}</h2>
      <span className="wall-phase">
        {isRunning(table)
          ? t('console.phase', { phase: t(`phase.${table.phase}`), turn: table.turn, turns: table.turns })
          : t(`phase.${table.phase}`)}
      </span>
      {isRunning(table) ? (
        <Clock deadline={table.deadline} skew={skew} paused={table.paused ? { left: null } : null} />
      ) : null}
    </header>
    <ul className="plain-list wall-seats">
      {table.seats.map((seat) => (
        <SeatChip key={seat.power} table={table} seat={seat} />
      ))}
    </ul>
    {table.phase === 'table' ? null : (
      <p className="wall-counts figures">
        {t('console.signed', { n: table.signed })} · {t('console.broken', { n: table.broken })}
      </p>
    )}
    {table.headline.length === 0 ? null : (
      <ul className="plain-list wall-news">
        {table.headline.map((line) => (
          <li key={line} className="clip">
            {line}
          </li>
        ))}
      </ul>
    )}
  </li>
);

/** As near to a square as the number allows. */
const across = (tables: number): CSSProperties =>
  ({ '--across': tables === 1 ? 1 : Math.max(2, Math.ceil(Math.sqrt(tables))) }) as CSSProperties;

const Wall = ({ connection }: { readonly connection: ClassConnection }) => {
  const wall = useStore(connection.store, (state) => state.wall);
  const skew = useStore(connection.store, (state) => state.skew);
  const link = useStore(connection.store, (state) => state.link);
  const problem = useStore(connection.store, (state) => state.problem);
  useTitle(wall?.title ?? t('console.wall'));
  if (wall === null)
    return problem !== null && link === 'closed' ? (
      <div className="whole-notice">
        <Notice tone="bad">{problem.text}</Notice>
      </div>
    ) : (
      <Busy />
    );
  const joinLink = addressOf({ kind: 'join', code: wall.code });
  const open = wall.tables.every(({ phase }) => phase === 'table');
  return (
    <div className="wall" data-open={open || undefined}>
      <header className="wall-head">
        <div className="wall-words">
          <h1>{wall.title}</h1>
          <p className="wall-how">{t('wall.how', { address: window.location.host })}</p>
          <p className="wall-code">{wall.code}</p>
          {open ? null : (
            <p className="wall-waiting">
              {wall.waiting === 0 ? t('wall.allReady') : t('wall.waiting', { n: wall.waiting })}
            </p>
          )}
        </div>
        <QrCode text={joinLink} label={t('share.qr')} />
      </header>
      {link === 'live' ? null : <p className="wall-lost">{t('link.reconnecting')}</p>}
      <ul
        className="plain-list wall-tables"
        style={across(wall.tables.length)}
        data-many={wall.tables.length > 6 || undefined}
      >
        {wall.tables.map((table) => (
          <WallTable key={table.label} table={table} skew={skew} />
        ))}
      </ul>
    </div>
  );
};

/** For the projector: nothing on it is anybody's secret. */
export const WallScreen = ({ classId, wallKey }: { readonly classId: string; readonly wallKey: string }) => {
  const connection = useClassConnection(classId, 'wall', wallKey);
  return connection === null ? <Busy /> : <Wall connection={connection} />;
};
