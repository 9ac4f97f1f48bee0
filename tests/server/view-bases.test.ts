import { expect, test } from 'vitest';
import { inflate } from '../../client/net/inflate.ts';
import type { MatchChange } from '../../server/match/match.ts';
import type { Watched } from '../../server/match/spectators.ts';
import { type Runs, ViewLines } from '../../server/match/view-lines.ts';
import { ViewVersions } from '../../server/match/view-versions.ts';
import { type ViewSink, ViewsOut } from '../../server/match/views-out.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { HeldView } from '../../shared/protocol/messages.ts';
import { differ, type Json } from '../../shared/protocol/patch.ts';
import { isSealed } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor, viewSince } from '../../shared/view/view-for.ts';
import { decodeChange } from '../../shared/wire/change.ts';
import { fuzzMatch } from '../fuzz/fuzz-match.ts';
import { newTally } from '../fuzz/tally.ts';

const VIEWERS: readonly ViewerId[] = [...charter2025.powers.map(({ id }) => id), 'public', 'facilitator'];
const STORED = { id: 'm' };

type Page = { viewer: ViewerId; view: SeatView; held: HeldView; sink: ViewSink | null; began: string };

/** A match that is watched, whose server can be started anew where it stands. */
const house = () => {
  const versions = new ViewVersions(charter2025.powers.map(({ id }) => id));
  let now: MatchState | null = null;
  let closed = 0;
  let at = 0;
  let views: ViewsOut | null = null;
  let tell: (change: MatchChange) => void = () => undefined;
  const state = (): MatchState => {
    if (now === null) throw new Error('nothing has happened yet');
    return now;
  };
  const watched: Watched = {
    scenario: charter2025,
    digests: [],
    get state() {
      return state();
    },
    get closed() {
      return closed;
    },
    view: (viewer) => viewFor(charter2025, state(), viewer),
    viewSince: (of, viewer, skip) => viewSince(charter2025, of, viewer, skip),
    version: (viewer) => versions.of(viewer),
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  return {
    begin: (runs: Runs): void => {
      views = new ViewsOut(
        watched,
        () => at,
        new ViewLines(runs, charter2025, { stored: STORED, seam: null, rows: [] }),
      );
    },
    wait: (ms: number): void => {
      at += ms;
    },
    follow: (next: MatchState, events: MatchChange['events']): void => {
      now = next;
      if (isSealed(events)) closed += 1;
      const changed = versions.count(events);
      if (views !== null) tell({ seat: 'table', input: { kind: 'deadlineReached' }, events, changed });
    },
    enter: (page: Page, has: HeldView | null): void => {
      page.sink = {
        view: ({ view, line, version }) =>
          Object.assign(page, { view: JSON.parse(inflate(view, '')), held: { line, version }, began: 'view' }),
        resume: ({ line, version, change }) => {
          const view = change === null ? page.view : decodeChange(charter2025, page.view, change, inflate);
          Object.assign(page, { view, held: { line, version }, began: change === null ? 'same' : 'change' });
        },
        patch: ([version, change]) => {
          const view = decodeChange(charter2025, page.view, change, inflate);
          Object.assign(page, { view, held: { ...page.held, version } });
        },
      };
      views?.add(page.viewer, page.sink, has);
    },
    leave: (page: Page): void => {
      if (page.sink !== null) views?.remove(page.viewer, page.sink);
      page.sink = null;
    },
    isRight: ({ view, viewer }: Page): boolean =>
      differ(view as unknown as Json, { ...viewFor(charter2025, state(), viewer) } as unknown as Json) === null,
  };
};
const pageOf = (viewer: ViewerId): Page => ({
  ...{ viewer, view: {} as SeatView, held: { line: '', version: 0 }, sink: null, began: '' },
});

/** By its number a step of the match: pages go, come back a few steps later, and the server is started anew. */
test.each([4_200_001, 4_200_002, 4_200_015])(
  'pages that come back with what they had see what is, also from a server that is started anew: seed %i',
  (seed) => {
    const { begin, enter, leave, follow, isRight } = house();
    const pages = VIEWERS.map(pageOf);
    const began = new Map<string, number>();
    const faults: string[] = [];
    let run = 0;
    let place = 0;
    fuzzMatch(charter2025, seed, newTally(), null, (state, events) => {
      follow(state, events);
      place += 1;
      if (place === 1 || place % 37 === 0) {
        for (const page of pages) leave(page);
        run += 1;
        begin({ now: `${run}`, before: run === 1 ? null : `${run - 1}` });
      }
      for (const [i, page] of pages.entries()) if (page.sink !== null && (place + i * 3) % 11 === 0) leave(page);
      for (const page of pages.filter(({ sink, viewer }) => sink === null && (place + viewer.length) % 4 === 0)) {
        enter(page, page.held);
        began.set(page.began, (began.get(page.began) ?? 0) + 1);
      }
      const wrong = pages.filter((page) => page.sink !== null && !isRight(page));
      faults.push(...wrong.map(({ viewer, began: how }) => `${viewer} at ${place}, since ${how}`));
    });
    expect(faults).toEqual([]);
    for (const how of ['view', 'same', 'change']) expect(began.get(how)).toBeGreaterThan(10);
  },
  60_000,
);

/** As far as the second turn, where things are said. */
const played = (seed: number, steps: number, then: (place: number, state: MatchState) => void) => {
  let place = 0;
  fuzzMatch(charter2025, seed, newTally(), null, (state, events) => {
    if (place > steps) return;
    at.follow(state, events);
    place += 1;
    then(place, state);
  });
};
let at = house();

test('nobody goes on from a view of two runs before, of other eyes, or of another match', () => {
  at = house();
  const anna = pageOf('ARM');
  played(4_200_001, 30, (place) => {
    if (place === 30) {
      at.begin({ now: 'a', before: null });
      at.enter(anna, null);
      at.leave(anna);
    }
  });
  const { held } = anna;
  at.begin({ now: 'b', before: 'a' });
  at.enter(anna, held);
  expect(anna.began).toBe('same');
  at.leave(anna);
  const bela = pageOf('AZE');
  at.enter(bela, held);
  expect(bela.began).toBe('view');
  at.begin({ now: 'c', before: 'b' });
  at.enter(anna, held);
  expect(anna.began).toBe('view');
  expect(anna.held.line).not.toBe(held.line);
  const other = new ViewLines({ now: 'a', before: null }, charter2025, { stored: { id: 'n' }, seam: null, rows: [] });
  expect(other.of('ARM')).not.toBe(held.line);
});

test('a view of before something was erased is of another line', () => {
  const row = { seq: 1, at: 0, seat: 'ARM', person: 'p', command: 'c' };
  const said = { kind: 'say', to: ['AZE'], text: 'x' } as const;
  const runs = { now: 'a', before: null };
  const lineAfter = (input: typeof said & { readonly erased?: string }): string =>
    new ViewLines(runs, charter2025, { stored: STORED, seam: null, rows: [{ ...row, input }] }).of('ARM');
  expect(lineAfter(said)).toBe(lineAfter({ ...said }));
  expect(lineAfter({ ...said, erased: 'digest' })).not.toBe(lineAfter(said));
});

test.each([
  [119_000, 'change'],
  [121_000, 'view'],
])('what was shown %i ms ago is told on by a %s', (ms, began) => {
  at = house();
  const anna = pageOf('ARM');
  played(4_200_001, 33, (place) => {
    if (place === 30) {
      at.begin({ now: 'a', before: null });
      at.enter(anna, null);
      at.leave(anna);
      at.wait(ms);
    }
    if (place === 33) at.enter(anna, anna.held);
  });
  expect(anna.began).toBe(began);
  expect(at.isRight(anna)).toBe(true);
});
