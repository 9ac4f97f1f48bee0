import { useEffect, useRef, useState } from 'react';
import { EventLine } from '../panels/event-line.tsx';
import { useScenario, useView } from '../panels/panel-hooks.ts';
import { TurnBar } from '../panels/turn/turn-bar.tsx';
import { Figure } from '../panels/why/figure.tsx';
import { figureKey } from '../panels/why/figure-key.ts';
import { WhyDialog } from '../panels/why/why-dialog.tsx';
import { useMatch } from '../store/match-store.ts';
import { formatDate, formatHundredths } from '../text/format.ts';
import { t } from '../text/match-text.ts';
import { quarterName } from '../text/names.ts';
import { Notice } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { MatchStage } from './match-stage.tsx';
import { fetchRecord, saveRecord } from './record-file.ts';
import { RematchPart } from './rematch.tsx';
import { ObjectiveTables } from './result-objectives.tsx';
import { PromiseTable, ScoreTable } from './result-tables.tsx';
import '../panels/panels.css';
import './result.css';

/** After the end: who got what they wanted, agendas open, and what promises were worth. */
export const ResultScreen = () => {
  const [looking, setLooking] = useState(false);
  if (looking)
    return <MatchStage live={false} head={(keys) => <FinalBar onBack={() => setLooking(false)} onKeys={keys} />} />;
  return <Result onLook={() => setLooking(true)} />;
};

const FinalBar = ({ onBack, onKeys }: { readonly onBack: () => void; readonly onKeys: () => void }) => (
  <>
    <TurnBar onKeys={onKeys} onLeave={onBack} />
    <p className="result-back">
      <Button size="s" onPress={onBack}>
        {t('result.back')}
      </Button>
    </p>
  </>
);

const Result = ({ onLook }: { readonly onLook: () => void }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const scenario = useScenario();
  const view = useView();
  const title = useMatch((state) => state.welcome?.title ?? null);
  return (
    <div className="result">
      <header className="result-head">
        <p className="soft">
          {title ?? scenario.title} · {quarterName(scenario, view.board.turn)}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {t('result.title')}
        </h1>
        <p>
          {t(`result.reason.${view.table.ended ?? 'term'}`)}{' '}
          <Figure of={figureKey('joint')}>
            {t('result.joint', { joint: formatHundredths(view.scores.joint), base: scenario.scoring.base })}
          </Figure>
        </p>
        <Acts onLook={onLook} />
        <Kept />
      </header>
      <RematchPart />
      <section aria-labelledby="result-scores">
        <h2 id="result-scores">{t('result.scores')}</h2>
        <ScoreTable />
        <ObjectiveTables />
      </section>
      <section aria-labelledby="result-promises">
        <h2 id="result-promises">{t('result.promises')}</h2>
        <PromiseTable />
        <Breaches />
      </section>
      <WhyDialog />
    </div>
  );
};

/** How long all of this can still be opened. */
const Kept = () => {
  const kept = useMatch((state) => state.welcome?.kept ?? null);
  if (kept === null) return null;
  return (
    <p className="small soft">
      {kept.until === null ? t('readers.kept', { n: kept.days }) : t('readers.until', { date: formatDate(kept.until) })}
    </p>
  );
};

const Acts = ({ onLook }: { readonly onLook: () => void }) => {
  const match = useMatch((state) => state.welcome?.match ?? null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    if (match === null) return;
    setBusy(true);
    const record = await fetchRecord(match);
    setBusy(false);
    if (record.ok) saveRecord(record.raw, match);
    setProblem(record.ok ? null : record.why);
  };
  return (
    <>
      <div className="row">
        <ButtonLink kind="primary" href="#/">
          {t('result.again')}
        </ButtonLink>
        {match === null ? null : (
          <ButtonLink href={`#/replay/${encodeURIComponent(match)}`}>{t('result.replay')}</ButtonLink>
        )}
        {match === null ? null : (
          <Button isPending={busy} onPress={() => void download()}>
            {t('result.record')}
          </Button>
        )}
        <Button kind="quiet" onPress={onLook}>
          {t('result.map')}
        </Button>
      </div>
      {problem === null ? null : <Notice tone="bad">{problem}</Notice>}
    </>
  );
};

const Breaches = () => {
  const scenario = useScenario();
  const { events } = useView();
  const breaches = events.filter((event) => event.kind === 'clauseJudged' && event.status === 'breached');
  if (breaches.length === 0) return <p>{t('result.nobreach')}</p>;
  return (
    <>
      <h3>{t('result.breaches')}</h3>
      <ol className="panel-list">
        {breaches.map((event) => (
          <li key={event.id}>
            <EventLine event={event} quarter={quarterName(scenario, event.turn)} />
          </li>
        ))}
      </ol>
    </>
  );
};
