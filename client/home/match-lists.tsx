import { useCallback, useEffect, useState } from 'react';
import type { MatchList, MatchSummary } from '../../shared/protocol/http.ts';
import { hrefOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { problemOf } from '../net/problem.ts';
import { formatDate } from '../text/format.ts';
import { formatMoment } from '../text/moments.ts';
import { maybeText, t } from '../text/text.ts';
import { Badge, Notice } from '../ui/badge.tsx';
import { Busy } from '../ui/busy.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PowerCode } from '../ui/power-mark.tsx';

type Loaded = { readonly matches: readonly MatchSummary[] | null; readonly problem: string | null };

const useMatches = (load: () => Promise<MatchList>, every: number | null): Loaded & { readonly again: () => void } => {
  const [loaded, setLoaded] = useState<Loaded>({ matches: null, problem: null });
  const again = useCallback(() => {
    load().then(
      ({ matches }) => setLoaded({ matches, problem: null }),
      (error: unknown) => setLoaded((now) => ({ ...now, problem: problemOf(error).message })),
    );
  }, [load]);
  useEffect(() => {
    again();
    if (every === null) return undefined;
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), every);
    return () => clearInterval(timer);
  }, [again, every]);
  return { ...loaded, again };
};

const phaseText = ({ phase, turn, turns }: MatchSummary): string =>
  phase === 'table' || phase === 'ended' ? t(`phase.${phase}`) : t('match.turnOf', { turn, turns });
const titleOf = (match: MatchSummary): string => (match.title === '' ? t(`kind.${match.kind}`) : match.title);
const paceText = (pace: string): string => maybeText(`pace.${pace}`) ?? pace;

const Row = ({ match }: { readonly match: MatchSummary }) => {
  const title = titleOf(match);
  return (
    <li className="match-row">
      <div className="match-row-text">
        <span className="clip match-row-title" title={title}>
          {title}
        </span>
        <span className="small soft row">
          <Badge tone={match.phase === 'ended' ? 'calm' : 'good'}>{phaseText(match)}</Badge>
          {match.mine === null ? null : <PowerCode power={match.mine} />}
          {match.title === '' ? null : <span>{t(`kind.${match.kind}`)}</span>}
          <span>{paceText(match.pace)}</span>
          {match.due === null ? null : <span>{t('moment.ends', { moment: formatMoment(match.due) })}</span>}
          {match.claimable.length === 0 ? null : <Badge>{t('match.claimable', { n: match.claimable.length })}</Badge>}
          {match.phase === 'table' ? <span>{t('match.seatsFree', { n: match.free.length })}</span> : null}
          <span>{formatDate(match.createdAt)}</span>
        </span>
      </div>
      <RowLink match={match} title={title} />
    </li>
  );
};

const RowLink = ({ match, title }: { readonly match: MatchSummary; readonly title: string }) => {
  if (match.phase === 'ended') {
    return (
      <ButtonLink href={hrefOf({ kind: 'replay', match: match.match })} size="s">
        {t('match.replay')}
        <span className="hidden-text"> {title}</span>
      </ButtonLink>
    );
  }
  const key = match.mine !== null ? 'match.return' : match.phase === 'table' ? 'match.join' : 'match.watch';
  const kind = match.mine === null && match.phase !== 'table' ? 'watch' : 'match';
  if (match.mine === null && match.claimable.length > 0) {
    return (
      <ButtonLink href={hrefOf({ kind: 'match', match: match.match })} size="s">
        {t('match.claim')}
        <span className="hidden-text"> {title}</span>
      </ButtonLink>
    );
  }
  return (
    <ButtonLink href={hrefOf({ kind, match: match.match })} size="s">
      {t(key)}
      <span className="hidden-text"> {title}</span>
    </ButtonLink>
  );
};

type ListProps = {
  readonly title: string;
  readonly none: string;
  readonly list: Loaded & { readonly again: () => void };
};

const List = ({ title, none, list }: ListProps) => (
  <section className="panel match-list" aria-label={title}>
    <div className="row">
      <h2>{title}</h2>
      <Button kind="quiet" size="s" also="push" onPress={list.again} aria-label={t('list.refresh', { title })}>
        <span aria-hidden="true">↻</span>
      </Button>
    </div>
    {list.problem === null ? null : <Notice tone="warn">{list.problem}</Notice>}
    {list.matches === null && list.problem === null ? <Busy /> : null}
    {list.matches?.length === 0 ? <p className="soft">{none}</p> : null}
    {list.matches === null || list.matches.length === 0 ? null : (
      <ul className="plain-list match-rows">
        {list.matches.map((match) => (
          <Row key={match.match} match={match} />
        ))}
      </ul>
    )}
  </section>
);

export const OpenTables = () => (
  <List title={t('home.open.title')} none={t('home.open.none')} list={useMatches(api.openMatches, 20_000)} />
);
export const MyMatches = () => (
  <List title={t('home.mine.title')} none={t('home.mine.none')} list={useMatches(api.myMatches, null)} />
);
