import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { AlignmentBoard } from '../panels/board/alignment-board.tsx';
import { CommandLine } from '../panels/command/command-line.tsx';
import { Dossier } from '../panels/dossier/dossier.tsx';
import { isOnMap } from '../panels/event-refs.ts';
import { NewsPanel } from '../panels/news-panel.tsx';
import { OrdersPanel } from '../panels/orders/orders-panel.tsx';
import { PANELS, type PanelId, StageContext } from '../panels/panel-hooks.ts';
import { PlacesPanel } from '../panels/places-panel.tsx';
import { TalkPanel } from '../panels/talk/talk-panel.tsx';
import { ToldPanel } from '../panels/told/told-panel.tsx';
import { TreatyDesk } from '../panels/treaty/treaty-desk.tsx';
import { WhyDialog } from '../panels/why/why-dialog.tsx';
import { type Selection, useIntents } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { Announcer } from './announcer.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { MatchMap } from './match-map.tsx';
import { PanelFrame, PanelTabs } from './panel-tabs.tsx';
import { SelectionStrip } from './selection-strip.tsx';
import { useFocusKeeper } from './use-focus-keeper.ts';
import { useKeys } from './use-keys.ts';
import { useMotion, useNarrow } from './use-narrow.ts';
import { usePanelMarks } from './use-panel-marks.ts';
import '../panels/panels.css';
import './match.css';

type Place = PanelId | 'map' | 'more';
/** On a phone the others stand behind "more". */
const FIRST: readonly PanelId[] = ['board', 'orders', 'talk', 'treaties'];
const WRITING: readonly Place[] = ['orders', 'talk', 'treaties'];

/** Once it is there, unless somebody has begun to write meanwhile. */
const focusSoon = (selector: string): void => {
  const then = (): void => {
    if (document.activeElement instanceof HTMLInputElement) return;
    document.querySelector<HTMLElement>(selector)?.focus();
  };
  requestAnimationFrame(() => requestAnimationFrame(then));
};

type MatchStageProps = {
  /** the bar above; it gets what opens the list of keys and the command line */
  readonly head: (keys: () => void, command: () => void) => ReactNode;
  readonly foot?: ReactNode;
  readonly start?: PanelId;
  /** tell each resolution as it happens */ readonly live: boolean;
};

/** A map with panels around it: what the match and a replay both are. */
export const MatchStage = ({ head, foot, start = 'board', live }: MatchStageProps) => {
  const narrow = useNarrow();
  const motion = useMotion();
  const { select } = useIntents();
  const [place, setPlace] = useState<Place>(start);
  const [lit, setLit] = useState<readonly Selection[]>([]);
  const [keys, setKeys] = useState(false);
  const [command, setCommand] = useState(false);
  const [stepping, setStepping] = useState(false);
  const open = useCallback((panel: PanelId) => {
    setPlace(panel);
    setStepping(false);
  }, []);
  const show = useCallback(
    (thing: Selection) => {
      select(thing);
      if (!isOnMap(thing)) open('dossier');
      else if (narrow) setPlace('map');
    },
    [select, open, narrow],
  );
  const stage = useMemo(() => ({ open, show, highlight: setLit, motion }), [open, show, motion]);
  const shown = !narrow && (place === 'map' || place === 'more') ? 'board' : place;
  useFocusKeeper();
  useKeys((key) => {
    const panel = PANELS[Number(key) - 1];
    if (panel !== undefined) {
      open(panel);
      focusSoon('#match-panel');
    } else if (key === '?') setKeys(true);
    else if (live && (key === ':' || key === '/')) setCommand(true);
    else if (key === 's') {
      open('orders');
      focusSoon('#submit-orders');
    } else if (key === 'r') focusSoon('.ready-toggle');
    else if (key === 'm') {
      setPlace((now) => (narrow ? 'map' : now));
      focusSoon('.match-map-buttons button');
    } else if (key === 'Escape') select(null);
    else return false;
    return true;
  });
  const chosenOnMap = (): void => {
    if (!narrow && !WRITING.includes(shown)) open('dossier');
  };
  const resolved = (): void => {
    if (!live) return;
    setStepping(true);
    setPlace('told');
  };
  return (
    <StageContext value={stage}>
      <div className="match" data-place={shown}>
        <div className="match-head">
          {head(
            () => setKeys(true),
            () => setCommand(true),
          )}
        </div>
        <div className="match-ground">
          <MatchMap lit={lit} motion={motion} onChosen={chosenOnMap} />
          <SelectionStrip />
        </div>
        <div className="match-side">
          <Tabs
            narrow={narrow}
            place={shown}
            onPlace={(next) => (next === 'map' || next === 'more' ? setPlace(next) : open(next))}
          />
          {shown === 'map' ? null : (
            <PanelFrame key={shown} id={tabOf(shown, narrow)}>
              {shown === 'more' ? <More onOpen={open} /> : panelFor(shown, narrow, stepping)}
            </PanelFrame>
          )}
        </div>
        {foot}
        {command ? (
          <CommandLine
            onClose={() => {
              setCommand(false);
              focusSoon('#match-panel');
            }}
          />
        ) : null}
        <WhyDialog />
        <KeysDialog isOpen={keys} onClose={() => setKeys(false)} />
        <Announcer onResolved={resolved} />
      </div>
    </StageContext>
  );
};

const tabOf = (place: Place, narrow: boolean): Place =>
  !narrow || place === 'map' || FIRST.includes(place as PanelId) ? place : 'more';

const panelFor = (panel: PanelId, narrow: boolean, stepping: boolean): ReactNode => {
  switch (panel) {
    case 'board':
      return <AlignmentBoard narrow={narrow} />;
    case 'dossier':
      return <Dossier />;
    case 'orders':
      return <OrdersPanel />;
    case 'talk':
      return <TalkPanel />;
    case 'treaties':
      return <TreatyDesk />;
    case 'news':
      return <NewsPanel />;
    case 'told':
      return <ToldPanel stepping={stepping} />;
    case 'places':
      return <PlacesPanel />;
    default:
      return panel satisfies never;
  }
};

const Tabs = ({
  narrow,
  place,
  onPlace,
}: {
  readonly narrow: boolean;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}) => {
  const marks = usePanelMarks();
  const ids: readonly Place[] = narrow ? ['map', ...FIRST, 'more'] : PANELS;
  const tabs = ids.map((id) => ({ id, label: t(`panel.${id}`), ...marks(id) }));
  return <PanelTabs tabs={tabs} selected={tabOf(place, narrow)} onSelect={(id) => onPlace(id as Place)} />;
};

const More = ({ onOpen }: { readonly onOpen: (panel: PanelId) => void }) => (
  <ul className="panel-list match-more" aria-label={t('panel.more')}>
    {PANELS.filter((panel) => !FIRST.includes(panel)).map((panel) => (
      <li key={panel}>
        <button type="button" className="panel-pick" onClick={() => onOpen(panel)}>
          {t(`panel.${panel}`)}
        </button>
      </li>
    ))}
  </ul>
);
