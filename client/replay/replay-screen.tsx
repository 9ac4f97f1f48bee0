import { useEffect, useMemo, useState } from 'react';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { MatchStage } from '../match/match-stage.tsx';
import { fetchRecord, type OpenedRecord, readRecord } from '../match/record-file.ts';
import { MatchContext } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { Busy } from '../ui/busy.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { ReplayBar } from './replay-bar.tsx';
import { ReplayHead } from './replay-head.tsx';
import { openReplay } from './replay-store.ts';
import './replay.css';

export type ReplaySource =
  | { readonly kind: 'match'; readonly id: string }
  | { readonly kind: 'file'; readonly file: File };

/** A match told again, from this server or from a file. */
export const ReplayScreen = ({ source }: { readonly source: ReplaySource }) => {
  const [opened, setOpened] = useState<OpenedRecord | null>(null);
  const key = source.kind === 'match' ? source.id : source.file;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the source is the same while its key is
  useEffect(() => {
    let gone = false;
    const open = source.kind === 'match' ? fetchRecord(source.id) : readRecord(source.file);
    void open.then((result) => {
      if (!gone) setOpened(result);
    });
    return () => {
      gone = true;
    };
  }, [key]);
  if (opened === null)
    return (
      <div className="replay-wait">
        <Busy text={t('replay.loading')} />
      </div>
    );
  if (!opened.ok) return <Unopened why={opened.why} />;
  return <Opened opened={opened} />;
};

const Unopened = ({ why }: { readonly why: string }) => (
  <div className="replay-wait">
    <div className="panel stack" role="alert">
      <h1>{t('replay.failed')}</h1>
      <p>{why}</p>
      <div>
        <ButtonLink href="#/">{t('result.home')}</ButtonLink>
      </div>
    </div>
  </div>
);

const Opened = ({ opened }: { readonly opened: Extract<OpenedRecord, { readonly ok: true }> }) => {
  const { record, raw } = opened;
  const scenario = scenarioById(record.scenario.id);
  const replay = useMemo(() => {
    try {
      return scenario === null ? null : openReplay(scenario, openTimeline(record, scenario));
    } catch {
      return null;
    }
  }, [record, scenario]);
  if (replay === null) return <Unopened why={scenario === null ? t('replay.unknown') : t('replay.failed')} />;
  return (
    <MatchContext value={replay}>
      <MatchStage
        live={false}
        head={(keys) => <ReplayHead record={record} raw={raw} replay={replay} onKeys={keys} />}
        foot={<ReplayBar replay={replay} />}
      />
    </MatchContext>
  );
};
