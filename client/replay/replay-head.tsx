import { useState } from 'react';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import type { Verdict } from '../../shared/replay/verify.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { useScenario, useView } from '../panels/panel-hooks.ts';
import { useStore } from '../store/create-store.ts';
import { formatList } from '../text/format.ts';
import { maybe, t } from '../text/match-text.ts';
import { actorName, quarterName } from '../text/names.ts';
import { Notice } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import type { Replay } from './replay-store.ts';
import '../panels/turn/turn-bar.css';

type HeadProps = {
  readonly record: MatchRecord;
  readonly raw: unknown;
  readonly replay: Replay;
  readonly onKeys: () => void;
};

/** Which match, when in it, through whose eyes, and whether it is true. */
export const ReplayHead = ({ record, raw, replay, onKeys }: HeadProps) => {
  const scenario = useScenario();
  const { board, table, settings } = useView();
  const viewer = useStore(replay.place, (place) => place.viewer);
  const [verdict, setVerdict] = useState<Verdict | 'busy' | null>(null);
  const nameOf = (who: ViewerId): string =>
    who === 'public'
      ? t('replay.viewer.public')
      : who === 'facilitator'
        ? t('replay.viewer.facilitator')
        : actorName(scenario, who);
  const verify = (): void => {
    setVerdict('busy');
    setTimeout(() => setVerdict(verifyRecord(raw, scenarioById)), 30);
  };
  return (
    <section className="replay-head" aria-label={t('replay.title')}>
      <div className="replay-row">
        <div className="turnbar-when">
          <h1 className="turnbar-quarter">
            {table.phase === 'table' ? t('replay.start') : quarterName(scenario, board.turn)}
          </h1>
          <p className="turnbar-phase soft">
            <span className="clip">{record.title}</span>{' '}
            <span>{t('turn.of', { turn: Math.max(1, board.turn), turns: settings.turns })}</span>{' '}
            <span>{t(`phase.${table.phase}`)}</span>
          </p>
        </div>
        <div className="replay-viewer">
          <Select
            label={t('replay.viewer')}
            hideLabel
            options={replay.timeline.viewers.map((who) => ({ id: who, label: `${t('replay.viewer')} ${nameOf(who)}` }))}
            value={viewer}
            onChange={(who) => replay.look(who)}
          />
        </div>
        <Button isPending={verdict === 'busy'} onPress={verify}>
          {t(verdict === 'busy' ? 'replay.verifying' : 'replay.verify')}
        </Button>
        <Button kind="quiet" aria-label={t('menu.keys')} onPress={onKeys}>
          <span aria-hidden="true">?</span>
        </Button>
        <ButtonLink kind="quiet" href="#/">
          {t('result.home')}
        </ButtonLink>
      </div>
      {record.redacted === null ? null : (
        <Notice>
          {t(record.redacted.views.length === 0 ? 'replay.redacted.messages' : 'replay.redacted', {
            reader: nameOf(record.redacted.reader),
            dropped: formatList(record.redacted.dropped.map((what) => maybe(`replay.dropped.${what}`) ?? what)),
          })}
        </Notice>
      )}
      {verdict === null || verdict === 'busy' ? null : (
        <Notice tone={verdict.ok ? 'good' : 'bad'}>{verdictText(verdict)}</Notice>
      )}
    </section>
  );
};

const verdictText = (verdict: Verdict): string => {
  if (verdict.ok) {
    const { turns, from, noted, erased } = verdict;
    return [
      t('replay.true', { turns }),
      ...(noted ? [] : [t('replay.true.unnoted')]),
      ...(from > 1 ? [t('replay.true.from', { turn: from })] : []),
      ...(erased.length > 0 ? [t('replay.true.erased', { turn: formatList(erased.map(String)) })] : []),
    ].join(' ');
  }
  return verdict.turn === 0
    ? t('replay.false.head', { why: verdict.why })
    : t('replay.false', { turn: verdict.turn, why: verdict.why });
};
