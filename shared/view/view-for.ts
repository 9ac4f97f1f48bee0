import { bandOf } from '../catalogue/bands.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { PowerId, ViewerId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PublicTracks, SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
import type { Tracks } from '../model/track.ts';
import { agreementFor, type NameOf, tellEvents } from './event-for.ts';

/** What is dear and not always asked for is made when it is first read. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The only place that hides anything: what one viewer may know of a match, and nothing else. */
export const viewFor = (scenario: Scenario, state: MatchState, viewer: ViewerId): SeatView =>
  viewSince(scenario, state, viewer, 0);

/** The same without the first `skip` of the viewer's events: a long match is dear to tell from its beginning. */
export const viewSince = (scenario: Scenario, state: MatchState, viewer: ViewerId, skip: number): SeatView => {
  const all = viewer === 'facilitator';
  const { powers } = indexOf(scenario);
  const everybody = powers.length;
  const over = state.table.phase === 'ended';
  const party = (parties: readonly string[]): boolean => all || parties.includes(viewer);
  const knows = (id: string): boolean => {
    const agreement = state.board.agreements[id];
    return (
      agreement !== undefined &&
      (agreement.visibility === 'public' || party(agreement.parties) || agreement.shownTo.includes(viewer))
    );
  };
  const told = once(() => tellEvents(state.events, viewer));
  const nameOf: NameOf = (id) => told().nameOf(id);
  const seen = once(() =>
    Object.values(agreements)
      .filter((one) => knows(one.id))
      .map((one: Agreement) => agreementFor(one, viewer, nameOf)),
  );
  const held = once(() =>
    grievances
      .filter((one) => all || one.open || one.holder === viewer || one.against === viewer)
      .map((one) => {
        const because = one.because === null ? null : (nameOf(one.because) ?? null);
        return because === one.because ? one : { ...one, because };
      }),
  );
  const { tracks: _tracks, agreements, agendas, scores, grievances, waste: _waste, ...board } = state.board;
  const events = once(() => told().events(knows, skip));
  const tracks = once(() =>
    Object.fromEntries(powers.map((power) => [power, tracksFor(scenario, state, power, all || power === viewer)])),
  );
  const messages = once(() =>
    all ? state.messages : state.messages.filter(({ channel }) => isIn(channel, viewer, everybody)),
  );
  return {
    viewer,
    settings: state.settings,
    table: state.table,
    board,
    get tracks() {
      return tracks();
    },
    get agreements() {
      return seen();
    },
    proposals: Object.values(state.proposals).filter((one) => party(one.draft.parties)),
    get grievances() {
      return held();
    },
    get messages() {
      return messages();
    },
    notes: state.notes.filter((one) => all || one.to === 'all' || one.to.includes(viewer)),
    agendas: all || over ? agendas : Object.fromEntries(Object.entries(agendas).filter(([power]) => power === viewer)),
    scores: {
      joint: scores.joint,
      powers: Object.fromEntries(
        powers.map((power) => {
          const score = scores.powers[power];
          return [power, { open: score?.open ?? 0, full: all || over || power === viewer ? (score?.full ?? 0) : null }];
        }),
      ),
    },
    orders: state.orders[viewer] ?? null,
    standing: state.standing[viewer] ?? null,
    allOrders: all ? state.orders : null,
    get events() {
      return events();
    },
  };
};

const isIn = (channel: string, viewer: ViewerId, everybody: number): boolean => {
  const members = channel.split('-');
  return members.includes(viewer) || members.length === everybody;
};

const NOTHING: Tracks = { capital: 0, treasury: 0, stability: 0, credibility: 0, readiness: 0 };

/** Bands are those of the turn's opening: one that moved when a secret treaty was signed would tell of it. */
const tracksFor = (scenario: Scenario, state: MatchState, power: PowerId, exact: boolean): PublicTracks => {
  const tracks = state.board.tracks[power] ?? NOTHING;
  const opening = state.turnStarts.at(-1)?.tracks[power] ?? tracks;
  return {
    stability: tracks.stability,
    credibility: tracks.credibility,
    bands: {
      capital: bandOf(scenario, 'capital', opening.capital),
      treasury: bandOf(scenario, 'treasury', opening.treasury),
      readiness: bandOf(scenario, 'readiness', opening.readiness),
    },
    exact: exact ? tracks : null,
  };
};
