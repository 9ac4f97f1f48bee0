import { expect, test } from 'vitest';
import { inflate } from '../../client/net/inflate.ts';
import type { MatchChange } from '../../server/match/match.ts';
import { goingOn, type Runs, ViewLines } from '../../server/match/view-lines.ts';
import { type ViewSink, ViewsOut } from '../../server/match/views-out.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { HeldView } from '../../shared/protocol/messages.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { decodeChange } from '../../shared/wire/change.ts';
import { fuzzMatch } from '../fuzz/fuzz-match.ts';
import { newTally } from '../fuzz/tally.ts';
import { quietJournal } from './support/given-table.ts';
import { VIEWERS, watchedMatch } from './support/watched-match.ts';

const STORED = { id: 'm' };
const MATCH = { scenario: charter2025, stored: STORED, seam: null, rows: [] };

type Page = { viewer: ViewerId; view: SeatView; held: HeldView; sink: ViewSink | null; began: string };

/** A match that is watched, whose server can be started anew where it stands. */
const house = () => {
  const { watched, move, isRight } = watchedMatch();
  let at = 0;
  let views: ViewsOut | null = null;
  const complaints: string[] = [];
  const journal = { ...quietJournal, error: (_facts: object, what: string) => void complaints.push(what) };
  return {
    complaints,
    /** From now on parts of views cannot be made. */
    fail: (): void => {
      const viewSince = (): never => {
        throw new Error('no part of a view');
      };
      Object.assign(watched, { viewSince });
    },
    begin: (runs: Runs): void => {
      views?.close();
      views = new ViewsOut(watched, () => at, goingOn({ ...MATCH, journal, runs }));
    },
    wait: (ms: number): void => {
      at += ms;
    },
    follow: (next: MatchState, events: MatchChange['events']): void => void move(next, events),
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
    isRight: ({ view, viewer }: Page): boolean => isRight(view, viewer),
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

/** Somebody who has left at a step in the first turn; `then` happens there, and the match goes on for some steps. */
const whoHasLeft = (at: ReturnType<typeof house>, on = 0, then: () => void = () => undefined): Page => {
  const page = pageOf('ARM');
  let place = 0;
  fuzzMatch(charter2025, 4_200_001, newTally(), null, (state, events) => {
    place += 1;
    if (place > 30 + on) return;
    at.follow(state, events);
    if (place !== 30) return;
    at.begin({ now: 'a', before: null });
    at.enter(page, null);
    at.leave(page);
    then();
  });
  return page;
};

test('nobody goes on from a view of two runs before, of other eyes, or of another match', () => {
  const at = house();
  const anna = whoHasLeft(at);
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
  const at = house();
  const anna = whoHasLeft(at, 3, () => at.wait(ms));
  at.enter(anna, anna.held);
  expect(anna.began).toBe(began);
  expect(at.isRight(anna)).toBe(true);
});

test('who cannot be told what has changed is told all of it, and the log why', () => {
  const at = house();
  const anna = whoHasLeft(at, 3);
  at.fail();
  at.enter(anna, anna.held);
  expect(anna.began).toBe('view');
  expect(at.isRight(anna)).toBe(true);
  expect(at.complaints).toEqual(['a view could not be gone on from']);
});
