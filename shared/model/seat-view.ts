import type { Agreement, Proposal } from './agreement.ts';
import type { GameEvent } from './event.ts';
import type { ObjectiveId, PowerId, ViewerId } from './ids.ts';
import type { OrderSet, StandingOrders } from './order.ts';
import type { Board, Message, Note, Settings, TableState } from './state.ts';
import type { TrackBands, Tracks } from './track.ts';

/** A power as another sees it: two tracks exact, three as bands. */
export type PublicTracks = {
  readonly stability: number;
  readonly credibility: number;
  readonly bands: TrackBands /** own seat and facilitator only */;
  readonly exact: Tracks | null;
};

/** The part of the board that everybody sees, minus what is each power's own. */
export type PublicBoard = Omit<Board, 'tracks' | 'agreements' | 'agendas' | 'scores' | 'grievances' | 'waste'>;

/** All that one viewer may know; built only by `viewFor`. Ids in it are counted among what the viewer may see. */
export type SeatView = {
  readonly viewer: ViewerId;
  readonly settings: Settings;
  readonly table: TableState;
  readonly board: PublicBoard;
  readonly tracks: { readonly [power: PowerId]: PublicTracks };
  /** public ones, and secret ones that the viewer is a party to */ readonly agreements: readonly Agreement[];
  readonly proposals: readonly Proposal[];
  readonly grievances: Board['grievances'];
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  /** the viewer's own agenda; all of them after the end */ readonly agendas: {
    readonly [power: PowerId]: ObjectiveId;
  };
  /** hundredths: everybody's public score, the viewer's own with its agenda; all after the end */
  readonly scores: {
    readonly powers: { readonly [power: PowerId]: { readonly open: number; readonly full: number | null } };
    readonly joint: number;
  };
  /** the viewer's own set of this turn; for the facilitator see `allOrders` */ readonly orders: OrderSet | null;
  /** the viewer's own */ readonly standing: StandingOrders | null;
  readonly allOrders: { readonly [power: PowerId]: OrderSet } | null;
  /** what happened, oldest first, as far as the viewer may know */ readonly events: readonly GameEvent[];
};
