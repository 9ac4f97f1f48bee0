import type { ConsoleTable, ConsoleView } from '../../shared/protocol/http.ts';
import { hrefOf } from '../app/route.ts';
import type { ClassConnection } from '../net/class-connection.ts';
import { consoleToken } from '../net/session.ts';
import { useStore } from '../store/create-store.ts';
import { t } from '../text/text.ts';
import { Badge, Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useNow } from '../ui/clock.tsx';
import { useTitle } from '../ui/use-title.ts';
import { AdvanceDialog, InjectDialog, NoteDialog } from './act-dialogs.tsx';
import { ChannelsDialog } from './channels-dialog.tsx';
import { ClassCode, ClassLinks } from './class-code.tsx';
import { DeleteClass, useSettledKey } from './class-end.tsx';
import './classroom.css';
import { CorrectDialog } from './correct-dialog.tsx';
import { byNeed, isRunning } from './needs.ts';
import { RecordsButton } from './records-dialog.tsx';
import { TableCard } from './table-card.tsx';
import { RewindDialog, SeatsDialog } from './table-dialogs.tsx';
import { useClassConnection } from './use-class-connection.ts';
import { usePhaseStarts } from './use-phase-starts.ts';
import { type Acting, type TableActs, useTableActs } from './use-table-acts.ts';
import { WaysDialog } from './ways-dialog.tsx';

const AllActs = ({ view, acts }: { readonly view: ConsoleView; readonly acts: TableActs }) => {
  const running = view.tables.filter(isRunning);
  const mayStart = view.tables.some(
    (table) => table.phase === 'table' && table.seats.some(({ people }) => people.length > 0),
  );
  return (
    <section className="row console-all" aria-label={t('console.all')}>
      <h2>{t('console.all')}</h2>
      {mayStart ? (
        <Button kind="primary" onPress={() => acts.start('all')}>
          {t('act.startAll')}
        </Button>
      ) : null}
      {running.length === 0 ? null : (
        <>
          {running.some(({ paused }) => !paused) ? (
            <Button onPress={() => acts.pause('all')}>{t('act.pause')}</Button>
          ) : null}
          {running.some(({ paused }) => paused) ? (
            <Button onPress={() => acts.resume('all')}>{t('act.resume')}</Button>
          ) : null}
          {running.some(({ deadline }) => deadline !== null) ? (
            <Button onPress={() => acts.extend('all')}>{t('act.extend')}</Button>
          ) : null}
          <Button onPress={() => acts.advance('all')}>{t('act.advance')}</Button>
          <Button onPress={() => acts.inject('all')}>{t('act.inject')}</Button>
        </>
      )}
      <Button onPress={() => acts.note('all')}>{t('act.note')}</Button>
    </section>
  );
};

/** A table as it stands now, not as it stood when it was asked about. */
const nowOf = (view: ConsoleView, table: ConsoleTable): ConsoleTable =>
  view.tables.find(({ match }) => match === table.match) ?? table;

const Asked = ({ view, acting }: { readonly view: ConsoleView; readonly acting: Acting }) => {
  const { asking } = acting;
  if (asking === null) return null;
  switch (asking.kind) {
    case 'advance':
      return <AdvanceDialog view={view} acting={acting} target={asking.target} />;
    case 'note':
      return <NoteDialog view={view} acting={acting} target={asking.target} />;
    case 'inject':
      return <InjectDialog view={view} acting={acting} target={asking.target} />;
    case 'open':
      return <ChannelsDialog classId={view.classId} table={asking.table} onClose={acting.done} />;
    case 'correct':
      return <CorrectDialog classId={view.classId} table={asking.table} acting={acting} />;
    case 'rewind':
      return <RewindDialog table={asking.table} acting={acting} />;
    case 'seats':
      return <SeatsDialog table={nowOf(view, asking.table)} acting={acting} />;
    case 'ways':
      return <WaysDialog classId={view.classId} table={nowOf(view, asking.table)} onClose={acting.done} />;
  }
};

const count = (view: ConsoleView): { readonly students: number; readonly online: number } => {
  const people = view.tables.flatMap(({ seats }) => seats.flatMap((seat) => seat.people));
  return { students: people.length, online: people.filter(({ online }) => online).length };
};

const NO_TABLES: ConsoleView['tables'] = [];

const Console = ({ connection }: { readonly connection: ClassConnection }) => {
  const view = useStore(connection.store, (state) => state.console);
  const skew = useStore(connection.store, (state) => state.skew);
  const link = useStore(connection.store, (state) => state.link);
  const problem = useStore(connection.store, (state) => state.problem);
  const acting = useTableActs(connection);
  const now = useNow(true) + skew;
  const since = usePhaseStarts(view?.tables ?? NO_TABLES, now);
  const at = { now, since };
  useTitle(view?.title ?? t('console.title'));
  if (view === null) return link === 'closed' ? <Lost text={problem?.text ?? t('match.closed.text')} /> : <Busy />;
  return (
    <div className="page console">
      <header className="row console-head">
        <div className="console-title">
          <p className="small soft">{t('console.title')}</p>
          <h1 className="clip" title={view.title}>
            {view.title}
          </h1>
        </div>
        <Badge tone="note">{t('console.people', count(view))}</Badge>
        <Badge tone="calm">{t('console.kept', { n: view.keepDays })}</Badge>
        <div className="row push">
          <ClassLinks classId={view.classId} wallKey={view.wallKey} />
          <RecordsButton classId={view.classId} title={view.title} />
          <DeleteClass classId={view.classId} />
        </div>
      </header>
      {link === 'live' ? null : (
        <Notice tone="warn">
          {link === 'closed' ? (problem?.text ?? t('match.closed.text')) : t('link.reconnecting')}
        </Notice>
      )}
      <ClassCode code={view.code} isLarge={view.tables.some(({ phase }) => phase === 'table')} />
      <AllActs view={view} acts={acting.acts} />
      <ul className="plain-list console-tables" aria-label={t('console.tables')}>
        {byNeed(view.tables, at).map((table) => (
          <TableCard key={table.match} table={table} skew={skew} at={at} acts={acting.acts} />
        ))}
      </ul>
      <Asked view={view} acting={acting} />
    </div>
  );
};

const Lost = ({ text }: { readonly text: string }) => (
  <div className="page">
    <h1>{t('console.title')}</h1>
    <Notice tone="bad">{text}</Notice>
    <p className="row">
      <Button kind="primary" onPress={() => window.location.reload()}>
        {t('reload')}
      </Button>
      <ButtonLink href={hrefOf({ kind: 'newClass' })}>{t('home.class')}</ButtonLink>
    </p>
  </div>
);

/** All tables of a class on one screen; who needs the teacher stands first. */
export const ConsoleScreen = ({ classId }: { readonly classId: string }) => {
  useSettledKey(classId);
  const key = consoleToken(classId);
  const connection = useClassConnection(classId, 'console', key);
  if (key === null) return <Lost text={t('console.noKey')} />;
  return connection === null ? <Busy /> : <Console connection={connection} />;
};
