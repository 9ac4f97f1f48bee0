import type { OrderSet } from '../../../shared/model/order.ts';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { useView } from '../panel-hooks.ts';
import { type DraftState, draftState, shownSet, tidy } from './draft.ts';

export type Draft = {
  readonly set: OrderSet;
  readonly state: DraftState;
  readonly change: (next: OrderSet) => void;
  readonly drop: () => void;
};

/** My orders as they stand before me. */
export const useDraft = (): Draft => {
  const submitted = useView().orders;
  const draft = useMatch((state) => state.drafts.orders);
  const { draftOrders } = useIntents();
  return {
    set: shownSet(submitted, draft),
    state: draftState(submitted, draft),
    change: (next) => draftOrders(tidy(next, submitted)),
    drop: () => draftOrders(null),
  };
};
