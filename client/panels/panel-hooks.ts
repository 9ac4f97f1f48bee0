import { createContext, useContext } from 'react';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import { type Selection, useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { refusalSentence } from '../text/refusal-sentence.ts';

/** The panels around the map, in the order of their keys. */
export const PANELS = ['board', 'dossier', 'orders', 'talk', 'treaties', 'news', 'told', 'places'] as const;
export type PanelId = (typeof PANELS)[number];

/** What panels may ask of the screen that composes them. */
export type Stage = {
  readonly open: (panel: PanelId) => void;
  /** Selects a thing and shows it where it is. */ readonly show: (thing: Selection) => void;
  /** Marks things on the map without selecting them. */ readonly highlight: (things: readonly Selection[]) => void;
  readonly motion: boolean;
};
export const StageContext = createContext<Stage>({
  open: () => undefined,
  show: () => undefined,
  highlight: () => undefined,
  motion: false,
});
export const useStage = (): Stage => useContext(StageContext);

export const useScenario = (): Scenario => useMatch((state) => state.scenario);

/** Panels stand only where there is a view. */
export const useView = (): SeatView => {
  const view = useMatch((state) => state.view);
  if (view === null) throw new Error('a panel stands before its first view');
  return view;
};

/** The power that looks, if a power does. */
export const useMe = (): PowerId | null => {
  const viewer = useMatch((state) => state.view?.viewer ?? null);
  const scenario = useScenario();
  return viewer !== null && indexOf(scenario).isPower.has(viewer) ? viewer : null;
};

/** What this seat may do now; the server has the last word. */
export const useTable = (): { readonly mayAct: boolean; readonly mayTalk: boolean; readonly mayOrder: boolean } => {
  const { table } = useView();
  const me = useMe();
  const { send } = useIntents();
  const mayAct = me !== null && send !== null && table.paused === null;
  return {
    mayAct,
    mayTalk: mayAct && table.phase === 'negotiation',
    mayOrder: mayAct && (table.phase === 'negotiation' || table.phase === 'orders'),
  };
};

export type Sent =
  | { readonly ok: true; readonly receipt: string | null }
  | { readonly ok: false; readonly text: string };

/** Sends and turns the reply into something to say. */
export const useSend = (): ((input: PowerInput) => Promise<Sent>) => {
  const { send } = useIntents();
  return async (input) => {
    if (send === null) return { ok: false, text: t('refusal.other') };
    try {
      return said(await send(input));
    } catch {
      return { ok: false, text: t('refusal.no-answer') };
    }
  };
};

const said = (reply: Reply): Sent =>
  reply.ok ? { ok: true, receipt: reply.receipt ?? null } : { ok: false, text: refusalSentence(reply.refusal) };
