import type { ProposalId } from '../../../shared/model/ids.ts';
import { createStore } from '../../store/create-store.ts';

/** Which proposal the draft on the desk answers. */
export const countering = createStore<{ readonly proposal: ProposalId | null }>({ proposal: null });
