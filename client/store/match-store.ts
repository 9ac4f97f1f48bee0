import { createContext, useContext } from 'react';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { ChannelKey, PowerId } from '../../shared/model/ids.ts';
import type { FacilitatorInput, PowerInput } from '../../shared/model/input.ts';
import type { OrderSet } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { Reply, TurnDigest, WelcomeMessage } from '../../shared/protocol/messages.ts';
import { type Store, useStore } from './create-store.ts';

/** What is selected anywhere: on the map, in the lists, in the alignment board. */
export type Selection = {
  readonly kind:
    | 'country'
    | 'site'
    | 'front'
    | 'route'
    | 'gate'
    | 'project'
    | 'measure'
    | 'agreement'
    | 'channel'
    | 'event';
  readonly id: string;
};
export type Person = { readonly name: string; readonly online: boolean };
/** Somebody who is to be reported: for a message, or at large. */
export type Reported = {
  readonly power: PowerId;
  readonly message: { readonly id: string; readonly text: string } | null;
};
export type LinkState = 'connecting' | 'live' | 'reconnecting' | 'closed';

/** Local work that has not been sent. Kept in the browser, so that a reload loses nothing. */
export type Drafts = {
  /** null: nothing changed since the last submission */ readonly orders: OrderSet | null;
  readonly proposal: AgreementDraft | null;
  readonly texts: { readonly [channel: ChannelKey]: string };
};

export type MatchClientState = {
  readonly scenario: Scenario;
  readonly link: LinkState;
  /** a sentence for the person when something is wrong, with its code */ readonly problem: {
    readonly code: string;
    readonly text: string;
  } | null;
  readonly welcome: WelcomeMessage | null;
  readonly view: SeatView | null;
  readonly version: number;
  /** of which line of versions the view is; empty: it is not to be gone on from */ readonly line: string;
  /** server clock minus ours, ms */ readonly skew: number;
  readonly digests: readonly TurnDigest[];
  readonly people: { readonly [power: PowerId]: readonly Person[] };
  readonly drafts: Drafts;
  readonly selection: Selection | null;
  /** messages read so far, by channel */ readonly read: { readonly [channel: ChannelKey]: number };
  /** receipt of the orders that run */ readonly receipt: string | null;
  /** powers whose messages are folded away, in this browser alone */ readonly muted: readonly PowerId[];
  /** about whom a report is being written */ readonly reporting: Reported | null;
  /** the same seat is open in another tab of this browser */ readonly elsewhere: boolean;
  /** event or number whose causes are open */ readonly asked: string | null;
};

/** Everything that a panel may do. In a replay the acting ones are absent. */
export type Intents = {
  readonly send: ((input: PowerInput) => Promise<Reply>) | null;
  readonly act: ((input: FacilitatorInput) => Promise<Reply>) | null;
  readonly select: (selection: Selection | null) => void;
  /** Opens the causes of an event, or the story of a number by its name. */ readonly ask: (
    what: string | null,
  ) => void;
  readonly draftOrders: (orders: OrderSet | null) => void;
  readonly draftProposal: (draft: AgreementDraft | null) => void;
  readonly draftText: (channel: ChannelKey, text: string) => void;
  readonly mute: (power: PowerId, on: boolean) => void;
  /** Opens the form for a report; null where there is nobody to report to. */
  readonly report: ((whom: Reported | null) => void) | null;
  readonly markRead: (channel: ChannelKey, count: number) => void;
};

export type MatchStore = Store<MatchClientState>;
export const MatchContext = createContext<{ readonly store: MatchStore; readonly intents: Intents } | null>(null);

export const useMatch = <S>(select: (state: MatchClientState) => S): S => {
  const context = useContext(MatchContext);
  if (context === null) throw new Error('a match panel stands outside its match');
  return useStore(context.store, select);
};
export const useIntents = (): Intents => {
  const context = useContext(MatchContext);
  if (context === null) throw new Error('a match panel stands outside its match');
  return context.intents;
};
