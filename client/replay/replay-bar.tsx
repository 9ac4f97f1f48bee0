import { useEffect, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useScenario, useView } from '../panels/panel-hooks.ts';
import { useStore } from '../store/create-store.ts';
import { t } from '../text/match-text.ts';
import { quarterName } from '../text/names.ts';
import { sentence } from '../text/sentence.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { type Replay, turnSteps } from './replay-store.ts';

const SPEEDS = ['0.5', '1', '2', '4'] as const;
type Speed = (typeof SPEEDS)[number];
const PACE = 1_200;

/** Where in the match: slide, step, jump by turn, or let it run. */
export const ReplayBar = ({ replay }: { readonly replay: Replay }) => {
  const scenario = useScenario();
  const { timeline } = replay;
  const step = useStore(replay.place, (place) => place.step);
  const last = timeline.steps.length - 1;
  const [running, setRunning] = useState(false);
  const [speed, setSpeed] = useState<Speed>('1');
  const playing = running && step < last;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => replay.go(step + 1), PACE / Number(speed));
    return () => clearTimeout(timer);
  }, [playing, step, speed, replay]);
  const turns = turnSteps(timeline);
  const turn = timeline.steps[step]?.turn ?? 0;
  const play = (): void => {
    if (!playing && step >= last) replay.go(0);
    setRunning(!playing);
  };
  return (
    <section className="replay-bar" aria-label={t('replay.bar')}>
      <WhatNow replay={replay} step={step} />
      <Slider
        className="replay-slider"
        aria-label={t('replay.place')}
        value={step}
        minValue={0}
        maxValue={Math.max(1, last)}
        onChange={(value) => replay.go(value as number)}
      >
        <SliderTrack className="replay-track">
          {turns.map((one) => (
            <span
              key={one.turn}
              className="replay-mark"
              style={{ insetInlineStart: `${(100 * one.step) / Math.max(1, last)}%` }}
              aria-hidden="true"
            />
          ))}
          <SliderThumb className="replay-thumb" />
        </SliderTrack>
      </Slider>
      <div className="replay-acts">
        <Button
          kind="quiet"
          aria-label={t('replay.first')}
          also="replay-end"
          isDisabled={step === 0}
          onPress={() => replay.go(0)}
        >
          <span aria-hidden="true">|◀</span>
        </Button>
        <Button kind="quiet" aria-label={t('replay.back')} isDisabled={step === 0} onPress={() => replay.go(step - 1)}>
          <span aria-hidden="true">◀</span>
        </Button>
        <Button kind="primary" onPress={play}>
          {t(playing ? 'replay.pause' : 'replay.play')}
        </Button>
        <Button
          kind="quiet"
          aria-label={t('replay.next')}
          isDisabled={step >= last}
          onPress={() => replay.go(step + 1)}
        >
          <span aria-hidden="true">▶</span>
        </Button>
        <Button
          kind="quiet"
          aria-label={t('replay.last')}
          also="replay-end"
          isDisabled={step >= last}
          onPress={() => replay.go(last)}
        >
          <span aria-hidden="true">▶|</span>
        </Button>
        <Select
          label={t('replay.turn')}
          hideLabel
          options={turns.map((one) => ({ id: String(one.turn), label: quarterName(scenario, one.turn) }))}
          value={turn > 0 ? String(turn) : null}
          onChange={(id) => replay.go(turns.find((one) => String(one.turn) === id)?.step ?? 0)}
        />
        <Select
          label={t('replay.speed')}
          hideLabel
          options={SPEEDS.map((id) => ({ id, label: `${id}×` }))}
          value={speed}
          onChange={setSpeed}
        />
      </div>
    </section>
  );
};

/** The last thing that this step did, as the viewer may know it. */
const WhatNow = ({ replay, step }: { readonly replay: Replay; readonly step: number }) => {
  const scenario = useScenario();
  const view = useView();
  const viewer = useStore(replay.place, (place) => place.viewer);
  const events = replay.timeline.eventsAt(step, viewer);
  const closed = events.find((event) => event.kind === 'turnClosed');
  const told = events.find((event) => event.kind !== 'scored');
  const what =
    closed !== undefined
      ? t('say.resolved', { quarter: quarterName(scenario, closed.turn) })
      : told !== undefined
        ? sentence(told, scenario, view)
        : t(step === 0 ? 'replay.start' : 'replay.nothing');
  return (
    <p className="replay-now" role="status">
      <span className="soft figures">
        {step + 1}/{replay.timeline.steps.length}
      </span>{' '}
      <span className="clip">{what}</span>
    </p>
  );
};
