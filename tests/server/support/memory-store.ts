import type {
  ClassTable,
  MatchStore,
  Member,
  StoredClass,
  StoredInput,
  StoredMatch,
  StoredPerson,
} from '../../../server/store/match-store.ts';
import { StoreFault } from '../../../server/store/match-store.ts';

const taken = (): never => {
  throw new StoreFault('conflict', 'taken');
};

/** The port in memory, for tests that are about something else; `breakDown` lets every write fail. */
export const memoryStore = (): MatchStore & { breakDown: (broken: boolean) => void } => {
  const people = new Map<string, StoredPerson>();
  const matches = new Map<string, StoredMatch>();
  const inputs = new Map<string, StoredInput[]>();
  const members = new Map<string, Map<string, Member>>();
  const classes = new Map<string, StoredClass>();
  const tables = new Map<string, ClassTable[]>();
  const students = new Map<string, string>();
  const codes = new Map<string, { kind: 'match' | 'class'; id: string }>();
  let beatAt: number | null = null;
  let broken = false;

  const writing = async <T>(write: () => T): Promise<T> => {
    await Promise.resolve();
    if (broken) throw new StoreFault('retryable', 'broken down');
    return write();
  };
  const reading = async <T>(read: () => T): Promise<T> => structuredClone(read());
  const addMatch = (match: StoredMatch): void => {
    if (matches.has(match.id) || (match.code !== null && codes.has(match.code))) taken();
    matches.set(match.id, match);
    if (match.code !== null) codes.set(match.code, { kind: 'match', id: match.id });
  };
  const putMember = (match: string, member: Member): void => {
    const known = members.get(match) ?? new Map<string, Member>();
    members.set(
      match,
      known.set(member.person, { ...member, joinedAt: known.get(member.person)?.joinedAt ?? member.joinedAt }),
    );
  };
  const newest = (all: readonly StoredMatch[]) => [...all].sort((a, b) => b.createdAt - a.createdAt);

  return {
    breakDown: (now) => {
      broken = now;
    },
    append: (match, row) =>
      writing(() => {
        const rows = inputs.get(match) ?? [];
        const same = (one: StoredInput) =>
          one.seq === row.seq || (one.seat === row.seat && one.person === row.person && one.command === row.command);
        if (rows.some(same)) taken();
        inputs.set(match, [...rows, structuredClone(row)]);
      }),
    inputs: (match) => reading(() => inputs.get(match) ?? []),
    addPerson: (person) => writing(() => void (people.has(person.key) ? taken() : people.set(person.key, person))),
    person: (key) => reading(() => people.get(key) ?? null),
    addMatch: (match) => writing(() => addMatch(match)),
    match: (id) => reading(() => matches.get(id) ?? null),
    setOutline: (id, status, outline) =>
      writing(() => {
        const match = matches.get(id);
        if (match === undefined) return;
        matches.set(id, { ...match, status, outline });
        if (status === 'ended' && match.code !== null) codes.delete(match.code);
      }),
    openTables: (limit) =>
      reading(() =>
        newest([...matches.values()].filter((one) => one.status === 'table' && one.kind === 'public')).slice(0, limit),
      ),
    matchesOf: (person, limit) =>
      reading(() =>
        newest([...matches.values()].filter((one) => members.get(one.id)?.has(person)))
          .slice(0, limit)
          .map((match) => ({ match, power: members.get(match.id)?.get(person)?.power ?? null })),
      ),
    running: () => reading(() => [...matches.values()].filter((one) => one.status === 'running')),
    putMember: (match, member) => writing(() => putMember(match, member)),
    members: (match) =>
      reading(() =>
        [...(members.get(match)?.values() ?? [])].sort(
          (a, b) => a.joinedAt - b.joinedAt || (a.person < b.person ? -1 : 1),
        ),
      ),
    addClass: (klass, all) =>
      writing(() => {
        if (codes.has(klass.code)) taken();
        for (const { match } of all) addMatch(match);
        codes.set(klass.code, { kind: 'class', id: klass.id });
        classes.set(klass.id, klass);
        tables.set(
          klass.id,
          all.map(({ match, label }) => ({ match: match.id, label })),
        );
      }),
    classById: (id) => reading(() => classes.get(id) ?? null),
    classByConsole: (key) => reading(() => [...classes.values()].find((one) => one.consoleKey === key) ?? null),
    classTables: (id) => reading(() => tables.get(id) ?? []),
    putStudent: (id, match, member) =>
      writing(() => {
        students.set(`${id} ${member.person}`, match);
        putMember(match, member);
      }),
    tableOfStudent: (id, person) => reading(() => students.get(`${id} ${person}`) ?? null),
    codeTarget: (code) => reading(() => codes.get(code) ?? null),
    lastBeat: () => reading(() => beatAt),
    beat: (at) =>
      writing(() => {
        beatAt = at;
      }),
    close: async () => undefined,
  };
};
