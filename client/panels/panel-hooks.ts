import { createContext, useContext } from 'react';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import type { Order } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { type Selection, useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { orderSentence } from '../text/order-sentence.ts';
import { type Refused, refusalSentence } from '../text/refusal-sentence.ts';
import { sentenceCase } from '../text/terms-sentence.ts';

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
  const scenario = useScenario();
  const papers = useMatch((state) => state.view);
  return async (input) => {
    if (send === null) return { ok: false, text: t('refusal.other') };
    try {
      const reply = await send(input);
      if (reply.ok) return { ok: true, receipt: reply.receipt ?? null };
      const order = orderMeant(input, reply.refusal);
      const told = order === null ? null : sentenceCase(orderSentence(order, scenario, papers));
      return { ok: false, text: refusalSentence(reply.refusal, told) };
    } catch {
      return { ok: false, text: t('refusal.no-answer') };
    }
  };
};

/** The order that a refusal speaks of, among those that were sent. */
const orderMeant = (input: PowerInput, { code, because }: Refused): Order | null => {
  if (!code.startsWith('orders/') || code === 'orders/bad-concession') return null;
  const at = Number(because.number) - 1;
  if (input.kind === 'submitOrders') return input.orders.orders[at] ?? null;
  return input.kind === 'setStanding' ? (input.standing.orders[at]?.order ?? null) : null;
};
