import { type ReactNode, useEffect, useState } from 'react';
import type { MyData, MyMatch } from '../../shared/protocol/me.ts';
import { hrefOf } from '../app/route.ts';
import { me } from '../net/me.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { useStore } from '../store/create-store.ts';
import { formatDate } from '../text/format.ts';
import { p } from '../text/privacy-text.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { downloadJson } from '../ui/download.ts';
import { PowerCode } from '../ui/power-mark.tsx';
import { TermList } from '../ui/term-list.tsx';
import { toast } from '../ui/toast.tsx';
import { useTitle } from '../ui/use-title.ts';
import { DeleteMe } from './delete-me.tsx';
import './my-data.css';

/** What the server keeps of somebody: to look at, to take away, to delete. */
export const MyDataScreen = () => {
  const token = useStore(session, (state) => state.token);
  useTitle(p('mine.title'));
  return (
    <div className="page my-data">
      <h1>{p('mine.title')}</h1>
      {token === null ? <Nobody /> : <Mine />}
    </div>
  );
};

const Nobody = () => (
  <>
    <p>{p('mine.nobody')}</p>
    <p className="row">
      <ButtonLink href={hrefOf({ kind: 'home' })}>{t('nav.home')}</ButtonLink>
      <ButtonLink href={hrefOf({ kind: 'privacy' })} kind="quiet">
        {t('nav.privacy')}
      </ButtonLink>
    </p>
  </>
);

const Mine = () => {
  const [data, setData] = useState<MyData | null>(null);
  const act = useAct();
  const { run } = act;
  useEffect(() => run(async () => setData(await me.data())), [run]);
  const again = (): void =>
    run(async () => {
      await me.signOutElsewhere();
      toast(p('mine.out.done'), 'good');
      setData(await me.data());
    });
  return (
    <>
      <p className="lead">{p('mine.lead')}</p>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
      {data === null && act.busy ? <Busy /> : null}
      {data === null ? null : <Kept data={data} />}
      <section className="panel my-acts">
        <Deed note={p('mine.save.note')}>
          <Button isDisabled={data === null} onPress={() => downloadJson(data, 'multivector-my-data.json')}>
            {p('mine.save')}
          </Button>
        </Deed>
        <Deed note={p('mine.out.note')}>
          <Button isPending={act.busy && data !== null} onPress={again}>
            {p('mine.out')}
          </Button>
        </Deed>
        <Deed note={p('mine.delete.note')}>
          <DeleteMe />
        </Deed>
      </section>
    </>
  );
};

const Deed = ({ note, children }: { readonly note: string; readonly children: ReactNode }) => (
  <div className="my-deed">
    {children}
    <p className="small soft">{note}</p>
  </div>
);

const Kept = ({ data }: { readonly data: MyData }) => {
  const count = (kind: string): number => data.tokens.filter((token) => token.kind === kind).length;
  const addresses = [...new Set(data.reminders.map(({ address }) => address))];
  const rows = [
    [p('mine.name'), data.name],
    [p('mine.since'), formatDate(data.createdAt)],
    [
      p('mine.tokens'),
      p('mine.tokens.of', { sessions: count('session'), links: count('return'), feeds: count('feed') }),
    ],
    [p('mine.reminders'), addresses.length === 0 ? p('mine.none') : addresses.join(', ')],
    [p('mine.reports'), data.reports.length === 0 ? p('mine.none') : String(data.reports.length)],
  ] as const;
  return (
    <section className="panel" aria-labelledby="mine-matches">
      <TermList rows={rows} />
      <h2 id="mine-matches">{p('mine.matches')}</h2>
      {data.matches.length === 0 ? <p className="soft">{p('mine.matches.none')}</p> : null}
      <ul className="plain-list">
        {data.matches.map((match) => (
          <MatchLine key={match.match} match={match} />
        ))}
      </ul>
    </section>
  );
};

const MatchLine = ({ match }: { readonly match: MyMatch }) => (
  <li className="my-match">
    <span className="clip" title={match.title}>
      {match.title === '' ? t(`kind.${match.kind}`) : match.title}
    </span>
    <span className="small soft row">
      {match.power === null ? null : <PowerCode power={match.power} />}
      <span>{p('mine.match.said', { n: match.inputs.length })}</span>
      <span>
        {match.keptUntil === null
          ? p('mine.match.running')
          : p('mine.match.until', { date: formatDate(match.keptUntil) })}
      </span>
    </span>
  </li>
);
