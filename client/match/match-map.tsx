import { useEffect, useMemo, useRef, useState } from 'react';
import type { MapHandle } from '../map/bridge.ts';
import { isOnMap } from '../panels/event-refs.ts';
import { useMe, useScenario, useView } from '../panels/panel-hooks.ts';
import { type Selection, useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { Button } from '../ui/button.tsx';
import { mapModel, mapRef } from './map-model.ts';

type MatchMapProps = {
  readonly lit: readonly Selection[];
  readonly motion: boolean;
  /** after a choice on the map itself */ readonly onChosen: (selection: Selection) => void;
};

const BASE = new URL('map', document.baseURI).href;

/** The map, mounted when it has come; without it the lists carry everything. */
export const MatchMap = ({ lit, motion, onChosen }: MatchMapProps) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const selection = useMatch((state) => state.selection);
  const { select } = useIntents();
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle | null>(null);
  const [failed, setFailed] = useState(false);
  const { board } = view;
  const model = useMemo(() => mapModel(scenario, { board }, { me, names: 'both' }), [scenario, board, me]);
  const chosen = useRef((_: Selection | null): void => undefined);
  chosen.current = (thing) => {
    select(thing);
    if (thing !== null) onChosen(thing);
  };
  useEffect(() => {
    let gone = false;
    let mounted: MapHandle | null = null;
    const mount = async (): Promise<void> => {
      const { mountMap } = await import('../map/mount-map.ts');
      if (gone || host.current === null) return;
      mounted = await mountMap(host.current, {
        motion: false,
        baseUrl: BASE,
        onSelect: (thing) => chosen.current(thing),
      });
      if (gone) mounted.destroy();
      else setMap(mounted);
    };
    mount().catch(() => setFailed(true));
    return () => {
      gone = true;
      mounted?.destroy();
    };
  }, []);
  useEffect(() => map?.setModel(model), [map, model]);
  useEffect(() => map?.setMotion(motion), [map, motion]);
  useEffect(() => map?.highlight(lit.filter(isOnMap).flatMap((thing) => mapRef(thing) ?? [])), [map, lit]);
  useEffect(() => {
    const ref = mapRef(selection);
    if (map === null) return;
    const now = map.state().selected;
    if (now?.kind === ref?.kind && now?.id === ref?.id) return;
    map.select(ref);
    if (ref !== null) map.flyTo(ref);
  }, [map, selection]);
  return (
    <div className="match-map">
      <div ref={host} className="match-canvas" role="img" aria-label={t('map.label')} />
      {map !== null ? (
        <MapButtons map={map} />
      ) : (
        <p className="match-map-note" role="status">
          {t(failed ? 'map.failed' : 'map.loading')}
        </p>
      )}
    </div>
  );
};

const STEP = 80;
const PANS: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

const MapButtons = ({ map }: { readonly map: MapHandle }) => (
  <div
    className="match-map-buttons"
    role="toolbar"
    aria-label={t('panel.map')}
    aria-orientation="vertical"
    onKeyDown={(event) => {
      const pan = PANS[event.key];
      if (pan === undefined) return;
      event.preventDefault();
      map.panBy(pan[0], pan[1]);
    }}
  >
    <Button aria-label={t('map.in')} onPress={() => map.zoomBy(1.5)}>
      <span aria-hidden="true">+</span>
    </Button>
    <Button aria-label={t('map.out')} onPress={() => map.zoomBy(1 / 1.5)}>
      <span aria-hidden="true">−</span>
    </Button>
    <Button aria-label={t('map.home')} onPress={() => map.home()}>
      <span aria-hidden="true">⌂</span>
    </Button>
  </div>
);
