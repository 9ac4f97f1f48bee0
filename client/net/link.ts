import type { Problem } from '../../shared/protocol/http.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import type { LinkState } from '../store/match-store.ts';
import { ApiError, problemText } from './problem.ts';
import type { RoomLike } from './rooms.ts';

type Waiting = {
  readonly type: string;
  readonly payload: unknown;
  readonly done: (reply: Reply) => void;
  /** in this room */ tries: number;
  silences: number;
};

export type LinkOptions = {
  /** finds the room, opens it if it sleeps, and joins it */ readonly join: () => Promise<RoomLike>;
  /** attach listeners; runs for every new room */ readonly attach: (room: RoomLike) => void;
  readonly onLink: (link: LinkState, problem: Problem | null) => void;
};
export type Link = {
  /** resolves with the server's reply, however many connections that takes */ readonly request: (
    type: string,
    payload: unknown,
  ) => Promise<Reply>;
  /** leave the room and join again, for a whole view */ readonly again: () => void;
  /** for good, with a reason to show */ readonly stop: (problem: Problem | null) => void;
};

/** Short at first: a server that is started again is there within a second or two, and a class waits for it. */
const FIRST_PAUSE = 300;
const LONGER_BY = 1.4;
const LONGEST_PAUSE = 8_000;
const PONG_PATIENCE = 4_000;
const MOST_TRIES = 4;
const RETRY_PAUSE = 700;
/** Requests that a connection may leave without an answer, each for as long as the SDK waits, before it counts as dead. */
const MOST_SILENCES = 2;
/** Answers after which the same request may be sent again as it is: nothing was stored. */
const TRANSIENT = new Set(['server/closing', 'server/storage', 'server/too-fast']);
/** Answers that another attempt would not change. */
const FINAL = new Set([
  'server/unknown-match',
  'server/unknown-person',
  'server/not-a-member',
  'server/not-allowed',
  'server/not-welcome',
  'server/banned',
  'server/old-client',
  'server/unknown-code',
  'net/no-server',
]);
const FINAL_STATUS: { readonly [status: number]: string } = { 401: 'server/unknown-person', 403: 'server/not-allowed' };

const asProblem = (error: unknown): Problem => {
  if (error instanceof ApiError) return { code: error.code, message: problemText(error.code, error.message) };
  const { code: status, message = '' } = (error ?? {}) as { readonly code?: number; readonly message?: string };
  const named = [...FINAL].find((code) => message.includes(code));
  const code = named ?? FINAL_STATUS[status ?? 0] ?? 'net/unreachable';
  return { code, message: problemText(code) };
};

/** Keeps one room joined and the requests that it has not yet answered. */
export const openLink = ({ join, attach, onLink }: LinkOptions): Link => {
  let room: RoomLike | null = null;
  let epoch = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let waiting: Waiting[] = [];

  const settle = (entry: Waiting, reply: Reply): void => {
    waiting = waiting.filter((other) => other !== entry);
    entry.done(reply);
  };

  const deliver = (entry: Waiting, through: RoomLike): void => {
    entry.tries += 1;
    const againSoon = (): void => {
      const pause = RETRY_PAUSE * entry.tries;
      setTimeout(() => room === through && waiting.includes(entry) && deliver(entry, through), pause);
    };
    through.request(entry.type, entry.payload).then(
      (answer) => {
        const reply = answer as Reply;
        const isOver = reply.ok || !TRANSIENT.has(reply.refusal.code) || entry.tries >= MOST_TRIES;
        if (isOver) settle(entry, reply);
        else againSoon();
      },
      () => {
        if (room !== through || closed) return; // the next room takes it up
        entry.silences += 1;
        // It may have been taken all the same: only an answer can tell, so it is asked for elsewhere.
        if (entry.silences < MOST_SILENCES) againSoon();
        else again();
      },
    );
  };

  const enter = (joined: RoomLike): void => {
    room = joined;
    failures = 0;
    const mine = epoch;
    joined.onLeave(() => mine === epoch && lose());
    joined.onError(() => undefined);
    attach(joined);
    onLink('live', null);
    for (const entry of [...waiting]) {
      Object.assign(entry, { tries: 0, silences: 0 });
      deliver(entry, joined);
    }
  };

  const lose = (): void => {
    room = null;
    epoch += 1;
    if (closed) return;
    onLink('reconnecting', null);
    void attempt();
  };

  const attempt = async (): Promise<void> => {
    clearTimeout(timer);
    const mine = epoch;
    try {
      const joined = await join();
      if (closed || mine !== epoch) void joined.leave(false);
      else enter(joined);
    } catch (error) {
      if (!closed && mine === epoch) retryAfter(asProblem(error));
    }
  };

  const retryAfter = (problem: Problem): void => {
    if (FINAL.has(problem.code)) {
      stop(problem);
      return;
    }
    failures += 1;
    onLink('reconnecting', failures > 2 ? problem : null);
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * LONGER_BY ** (failures - 1));
    timer = setTimeout(() => void attempt(), pause * (0.75 + Math.random() / 2));
  };

  const again = (): void => {
    const old = room;
    lose();
    if (old !== null) void old.leave(false).catch(() => undefined);
  };

  /** After sleep or a change of network a socket may be dead without saying so. */
  const wake = (): void => {
    if (closed || document.visibilityState === 'hidden') return;
    if (room === null) {
      epoch += 1;
      return void attempt();
    }
    const asked = room;
    const late = setTimeout(() => room === asked && again(), PONG_PATIENCE);
    asked.ping(() => clearTimeout(late));
  };

  const stop = (problem: Problem | null): void => {
    if (closed) return;
    closed = true;
    clearTimeout(timer);
    epoch += 1;
    for (const name of ['online', 'pageshow'] as const) window.removeEventListener(name, wake);
    document.removeEventListener('visibilitychange', wake);
    if (room !== null) void room.leave(true).catch(() => undefined);
    room = null;
    onLink('closed', problem);
    for (const entry of [...waiting]) settle(entry, { ok: false, refusal: { code: 'server/closing', because: {} } });
  };

  for (const name of ['online', 'pageshow'] as const) window.addEventListener(name, wake);
  document.addEventListener('visibilitychange', wake);
  onLink('connecting', null);
  void attempt();

  return {
    again,
    stop,
    request: (type, payload) =>
      new Promise((done) => {
        if (closed) return done({ ok: false, refusal: { code: 'server/closing', because: {} } });
        const entry: Waiting = { type, payload, done, tries: 0, silences: 0 };
        waiting = [...waiting, entry];
        if (room !== null) deliver(entry, room);
      }),
  };
};
