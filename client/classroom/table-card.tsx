import type { ConsoleSeat, ConsoleTable } from '../../shared/protocol/http.ts';
import { formatList } from '../text/format.ts';
import { t } from '../text/text.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Clock } from '../ui/clock.tsx';
import { PowerCode } from '../ui/power-mark.tsx';
import { isAway, isRunning, type Moment, type Need, needsOf, silenceOf } from './needs.ts';
import type { TableActs } from './use-table-acts.ts';
import { whoSits } from './who-sits.ts';

const needText = ({ kind, powers }: Need): string => t(`need.${kind}`, { powers: formatList(powers) });

const SeatNames = ({ seat }: { readonly seat: ConsoleSeat }) => {
  const names = whoSits(seat);
  return (
    <span className={seat.people.length === 0 ? 'clip soft' : 'clip'} title={names}>
      {names}
    </span>
  );
};

const seatBadge = (table: ConsoleTable, seat: ConsoleSeat, at: Moment) => {
  if (isAway(seat)) return <Badge tone="bad">{t('seat.away')}</Badge>;
  if (!isRunning(table)) return null;
  if (seat.ready) return <Badge tone="good">{t('seat.ready')}</Badge>;
  const silence = silenceOf(table, seat, at);
  if (silence !== null) return <Badge tone="warn">{t('seat.silent', { n: Math.floor(silence / 60_000) })}</Badge>;
  return seat.ordersIn ? <Badge tone="note">{t('seat.ordersIn')}</Badge> : null;
};

const SeatRow = ({
  table,
  seat,
  at,
}: {
  readonly table: ConsoleTable;
  readonly seat: ConsoleSeat;
  readonly at: Moment;
}) => (
  <tr>
    <th scope="row">
      <PowerCode power={seat.power} />
    </th>
    <td className="console-names">
      <SeatNames seat={seat} />
    </td>
    <td>{seatBadge(table, seat, at)}</td>
  </tr>
);

const phaseText = (table: ConsoleTable): string =>
  isRunning(table)
    ? t('console.phase', { phase: t(`phase.${table.phase}`), turn: table.turn, turns: table.turns })
    : t(`phase.${table.phase}`);

/** Start or go on, more time, next: what a teacher does most, without a menu. */
const Acts = ({ table, acts }: { readonly table: ConsoleTable; readonly acts: TableActs }) => {
  const of = t('console.table', { label: table.label });
  if (table.phase === 'table')
    return (
      <Button size="s" onPress={() => acts.start(table.match)} aria-label={`${t('act.start')} · ${of}`}>
        {t('act.start')}
      </Button>
    );
  if (!isRunning(table)) return null;
  return (
    <>
      {table.paused ? (
        <Button
          size="s"
          kind="primary"
          onPress={() => acts.resume(table.match)}
          aria-label={`${t('act.resume')} · ${of}`}
        >
          {t('act.resume')}
        </Button>
      ) : (
        <Button size="s" onPress={() => acts.pause(table.match)} aria-label={`${t('act.pause')} · ${of}`}>
          {t('act.pause')}
        </Button>
      )}
      {table.deadline === null && !table.paused ? null : (
        <Button size="s" onPress={() => acts.extend(table.match)} aria-label={`${t('act.extend')} · ${of}`}>
          {t('act.extend')}
        </Button>
      )}
      <Button size="s" onPress={() => acts.advance(table.match)} aria-label={`${t('act.advance')} · ${of}`}>
        {t('act.advance')}
      </Button>
      <Button size="s" onPress={() => acts.inject(table.match)} aria-label={`${t('act.inject')} · ${of}`}>
        {t('act.inject')}
      </Button>
    </>
  );
};

type TableCardProps = {
  readonly table: ConsoleTable;
  readonly skew: number;
  readonly at: Moment;
  readonly acts: TableActs;
};

/** One table at a glance. */
export const TableCard = ({ table, skew, at, acts }: TableCardProps) => {
  const needs = needsOf(table, at);
  const title = t('console.table', { label: table.label });
  return (
    <li className="panel console-table" data-need={needs[0]?.kind}>
      <header className="row">
        <h3>{title}</h3>
        <span className="small soft">{phaseText(table)}</span>
        <span className="push">
          {isRunning(table) ? (
            <Clock deadline={table.deadline} skew={skew} paused={table.paused ? { left: null } : null} />
          ) : null}
        </span>
      </header>
      {needs.length === 0 ? null : (
        <ul className="plain-list needs">
          {needs.map((need) => (
            <li key={need.kind}>
              <Badge tone={need.kind === 'late' || need.kind === 'away' ? 'bad' : 'warn'}>{needText(need)}</Badge>
            </li>
          ))}
        </ul>
      )}
      <table className="console-seats" aria-label={t('console.seats', { table: title })}>
        <tbody>
          {table.seats.map((seat) => (
            <SeatRow key={seat.power} table={table} seat={seat} at={at} />
          ))}
        </tbody>
      </table>
      <p className="small soft figures">
        {t('console.signed', { n: table.signed })} · {t('console.broken', { n: table.broken })}
      </p>
      <div className="row console-acts">
        <Acts table={table} acts={acts} />
        {table.phase === 'ended' ? null : (
          <Button
            size="s"
            kind="quiet"
            onPress={() => acts.note(table.match)}
            aria-label={`${t('act.note')} · ${title}`}
          >
            {t('act.note')}
          </Button>
        )}
        {isRunning(table)
          ? (['correct', 'rewind', 'seats'] as const).map((kind) => (
              <Button
                key={kind}
                size="s"
                kind="quiet"
                onPress={() => acts[kind](table)}
                aria-label={`${t(`act.${kind}`)} · ${title}`}
              >
                {t(`act.${kind}`)}
              </Button>
            ))
          : null}
        {table.seats.some(({ people }) => people.length > 0) ? (
          <Button size="s" kind="quiet" onPress={() => acts.ways(table)} aria-label={`${t('act.ways')} · ${title}`}>
            {t('act.ways')}
          </Button>
        ) : null}
        <Button size="s" kind="quiet" onPress={() => acts.open(table)} aria-label={`${t('act.open')} · ${title}`}>
          {t('act.open')}
        </Button>
      </div>
    </li>
  );
};
