import type { MatchId } from '../../shared/model/ids.ts';
import type { FacilitatorInput } from '../../shared/model/input.ts';
import type { ConsoleView, WallView } from '../../shared/protocol/http.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import { createStore, type Store } from '../store/create-store.ts';
import type { LinkState } from '../store/match-store.ts';
import { api } from './api.ts';
import { newRequestId } from './ids.ts';
import { openLink } from './link.ts';
import { ApiError } from './problem.ts';
import { PROTOCOL_VERSION } from './protocol.ts';
import { joinClassRoom, type RoomLike } from './rooms.ts';

export type ClassClientState = {
  readonly link: LinkState;
  readonly problem: { readonly code: string; readonly text: string } | null;
  readonly console: ConsoleView | null;
  readonly wall: WallView | null;
  /** server clock minus ours, ms */ readonly skew: number;
};
export type ClassConnection = {
  readonly store: Store<ClassClientState>;
  readonly act: (table: MatchId | 'all', input: FacilitatorInput) => Promise<Reply>;
  readonly close: () => void;
};
export type ClassConnectionOptions = {
  readonly classId: string;
  readonly role: 'console' | 'wall';
  readonly key: string;
  readonly join?: () => Promise<RoomLike>;
};

const openAndJoin = (classId: string, role: 'console' | 'wall', key: string) => async (): Promise<RoomLike> => {
  const { room, protocol } = await api.openClass(classId);
  if (protocol !== PROTOCOL_VERSION) throw new ApiError('server/old-client', '', 0);
  return joinClassRoom(room, classId, role, key);
};

/** The teacher's console or the wall of one class. */
export const connectClass = ({ classId, role, key, join }: ClassConnectionOptions): ClassConnection => {
  const store = createStore<ClassClientState>({
    link: 'connecting',
    problem: null,
    console: null,
    wall: null,
    skew: 0,
  });
  const link = openLink({
    join: join ?? openAndJoin(classId, role, key),
    attach: (room) => {
      room.onMessage('console', (view: ConsoleView) => store.set({ console: view, skew: view.now - Date.now() }));
      room.onMessage('wall', (view: WallView) => store.set({ wall: view, skew: view.now - Date.now() }));
    },
    onLink: (state, problem) =>
      store.set({ link: state, problem: problem === null ? null : { code: problem.code, text: problem.message } }),
  });
  return {
    store,
    act: (table, input) => link.request('act', { id: newRequestId(), table, input }),
    close: () => link.stop(null),
  };
};
