import { useMemo, useState } from 'react';
import type { FacilitatorInput } from '../../shared/model/input.ts';
import type { ConsoleTable } from '../../shared/protocol/http.ts';
import type { ClassConnection } from '../net/class-connection.ts';
import { problemText } from '../net/problem.ts';
import { t } from '../text/text.ts';
import { toast } from '../ui/toast.tsx';

export type Target = string | 'all';
export type TableActs = {
  readonly start: (target: Target) => void;
  readonly pause: (target: Target) => void;
  readonly resume: (target: Target) => void;
  readonly extend: (target: Target) => void;
  /** these ask first */ readonly advance: (target: Target) => void;
  readonly inject: (target: Target) => void;
  readonly note: (target: Target) => void;
  readonly open: (table: ConsoleTable) => void;
  readonly correct: (table: ConsoleTable) => void;
  readonly rewind: (table: ConsoleTable) => void;
  readonly seats: (table: ConsoleTable) => void;
  readonly ways: (table: ConsoleTable) => void;
};
export type Asking =
  | { readonly kind: 'advance' | 'inject' | 'note'; readonly target: Target }
  | { readonly kind: 'open' | 'correct' | 'rewind' | 'seats' | 'ways'; readonly table: ConsoleTable };

const MINUTE = 60_000;

export type Acting = {
  readonly acts: TableActs;
  readonly asking: Asking | null;
  readonly done: () => void;
  readonly send: (target: Target, input: FacilitatorInput) => Promise<boolean>;
};

/** What the console does: at once where it can be undone, after a question where it cannot. */
export const useTableActs = (connection: ClassConnection): Acting => {
  const [asking, setAsking] = useState<Asking | null>(null);
  return useMemo(() => {
    const send = async (target: Target, input: FacilitatorInput): Promise<boolean> => {
      const reply = await connection.act(target, input);
      if (!reply.ok) toast(problemText(reply.refusal.code), 'bad');
      else toast(t(`done.${input.kind}`), 'good');
      return reply.ok;
    };
    const now = (kind: 'start' | 'pause' | 'resumeClock') => (target: Target) => void send(target, { kind });
    const ask = (kind: 'advance' | 'inject' | 'note') => (target: Target) => setAsking({ kind, target });
    const askOf = (kind: 'open' | 'correct' | 'rewind' | 'seats' | 'ways') => (table: ConsoleTable) =>
      setAsking({ kind, table });
    return {
      asking,
      send,
      done: () => setAsking(null),
      acts: {
        start: now('start'),
        pause: now('pause'),
        resume: now('resumeClock'),
        extend: (target) => void send(target, { kind: 'extend', by: MINUTE }),
        advance: ask('advance'),
        inject: ask('inject'),
        note: ask('note'),
        open: askOf('open'),
        correct: askOf('correct'),
        rewind: askOf('rewind'),
        seats: askOf('seats'),
        ways: askOf('ways'),
      },
    };
  }, [connection, asking]);
};
