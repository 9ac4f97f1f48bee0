import type { ClassAct, ConsoleView, CreateClass, WallView } from '../../shared/protocol/http.ts';
import { decodeActRequest, type Reply } from '../../shared/protocol/messages.ts';
import type { Entropy } from '../match/clock.ts';
import { CLASS_KEEP_DAYS } from '../match/keep.ts';
import type { MatchDirectory } from '../match/match-directory.ts';
import type { OpenMatch, Seated } from '../match/open-match.ts';
import { refusedBy } from '../match/replies.ts';
import { denied } from '../match/seating.ts';
import type { ClassId, MatchStore, PersonKey, StoredClass } from '../store/match-store.ts';
import { consoleView, type LabelledTable, wallView } from './console-view.ts';
import { nextPlace, type TableAt } from './seating.ts';

export type ClassDeskOptions = {
  readonly directory: MatchDirectory;
  readonly store: MatchStore;
  readonly entropy: Entropy;
  readonly now: () => number;
};
/** A class that somebody looks at: told of every change, able to act, until closed. */
export type ClassSession = {
  readonly classId: ClassId;
  readonly console: (now: number, roomOf: (match: string) => string) => ConsoleView;
  readonly wall: (now: number) => WallView;
  readonly act: (act: ClassAct) => Promise<Reply>;
  /** One of its tables no longer agrees with its log, and is opened anew elsewhere. */ readonly isStale: () => boolean;
  readonly close: () => void;
};
export type StudentSeated = { readonly open: OpenMatch; readonly seated: Seated };

const LABELS = 'ABCDEFGHIJKL';

export const isClassAct = (raw: unknown): raw is ClassAct =>
  typeof raw === 'object' &&
  raw !== null &&
  'input' in raw &&
  'id' in raw &&
  typeof raw.id === 'string' &&
  'table' in raw &&
  typeof raw.table === 'string';

/** Classes: tables that one facilitator runs, with students seated by the order in which they come. */
export class ClassDesk {
  readonly #options: ClassDeskOptions;
  /** One student of a class is seated after the other, or two would take the same chair. */
  readonly #seating = new Map<ClassId, Promise<unknown>>();

  constructor(options: ClassDeskOptions) {
    this.#options = options;
  }

  create(choice: CreateClass, consoleKey: string): Promise<StoredClass> {
    const { directory, store, entropy, now } = this.#options;
    const { length, pace, press, bots, keepDays = CLASS_KEEP_DAYS } = choice;
    return directory.withCode(async (code) => {
      const klass: StoredClass = {
        id: entropy.hex(10),
        title: choice.title,
        code,
        consoleKey,
        wallKey: entropy.hex(8),
        bots: choice.bots,
        createdAt: now(),
        keepDays,
      };
      const settings = { length, pace, press, bots, keepDays };
      const tables = [...LABELS.slice(0, choice.tables)].map((label) => ({
        label,
        match: directory.draft(
          { ...settings, kind: 'class', title: `${choice.title} · ${label}`.slice(0, 80), host: null },
          null,
          klass.id,
        ),
      }));
      await store.addClass(klass, tables);
      return klass;
    });
  }

  /** Somebody with the class's code: back in the seat they had, or in the next one. Null: no table takes anybody. */
  seat(
    classId: ClassId,
    student: { readonly person: PersonKey; readonly name: string },
  ): Promise<StudentSeated | null> {
    const before = this.#seating.get(classId) ?? Promise.resolve();
    const seated = before.then(() => this.#seat(classId, student));
    this.#seating.set(
      classId,
      seated.catch(() => undefined),
    );
    return seated;
  }

  async tables(classId: ClassId): Promise<readonly LabelledTable[]> {
    const rows = await this.#options.store.classTables(classId);
    const tables = await Promise.all(
      rows.map(async ({ match, label }) => ({ label, open: await this.#options.directory.open(match) })),
    );
    return tables.flatMap(({ label, open }) => (open === null ? [] : [{ label, open }]));
  }

  async session(classId: ClassId, changed: () => void): Promise<ClassSession | null> {
    const klass = await this.#options.store.classById(classId);
    if (klass === null) return null;
    const tables = await this.tables(classId);
    const ends = tables.flatMap(({ open }) => [open.hold(), open.watch(changed)]);
    return {
      classId,
      console: (now, roomOf) => consoleView(klass, tables, now, roomOf),
      wall: (now) => wallView(klass, tables, now),
      act: (act) => actAt(tables, act),
      isStale: () => tables.some(({ open }) => open.match.broken),
      close: () => {
        for (const end of ends) end();
      },
    };
  }

  async #seat(
    classId: ClassId,
    student: { readonly person: PersonKey; readonly name: string },
  ): Promise<StudentSeated | null> {
    const tables = await this.tables(classId);
    for (const { open } of tables) {
      const member = open.member(student.person);
      if (member !== null) return { open, seated: { ok: true, member } };
    }
    // Somebody else has their place now; whoever has the old token may be anybody.
    const lost = tables.find(({ open }) => open.isRemoved(student.person));
    if (lost !== undefined) return { open: lost.open, seated: denied('server/not-welcome') };
    const place = nextPlace(tables.map(({ open }) => tableAt(open)));
    const table = tables.find(({ open }) => open.match.id === place?.match);
    if (place === null || table === undefined) return null;
    return { open: table.open, seated: await table.open.place({ ...student, power: place.power }, classId) };
  }
}

const tableAt = (open: OpenMatch): TableAt => ({
  match: open.match.id,
  phase: open.match.state.table.phase,
  seats: open.match.scenario.powers.map(({ id }) => ({
    power: id,
    people: open.membersOf(id).length,
    by: open.match.state.table.seats[id]?.sitter.by ?? 'nobody',
  })),
});

/** One act at one table or at all; of several refusals the first is told. Tables without people do not start with the others. */
const actAt = async (tables: readonly LabelledTable[], act: ClassAct): Promise<Reply> => {
  const request = decodeActRequest({ id: act.id, basedOn: 0, input: act.input });
  if (!request.ok) return refusedBy('server/malformed', { problem: request.problem });
  const { input } = request.value;
  const meant = tables.filter(({ open }) =>
    act.table === 'all' ? input.kind !== 'start' || open.members.length > 0 : open.match.id === act.table,
  );
  if (meant.length === 0) return refusedBy('server/unknown-match');
  const replies = await Promise.all(meant.map(({ open }) => open.act({ id: act.id, basedOn: null, input })));
  return replies.find((reply) => !reply.ok) ?? replies[0] ?? { ok: true, version: 0 };
};
