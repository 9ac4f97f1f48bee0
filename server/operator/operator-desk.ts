import type { Scenario } from '../../shared/model/scenario.ts';
import type {
  BanRequest,
  OperatorBans,
  OperatorMatch,
  OperatorMatchDetail,
  OperatorMatches,
  OperatorReports,
  SettleRequest,
} from '../../shared/protocol/operator.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import type { Bans } from '../match/bans.ts';
import { storedRecord } from '../match/stored-record.ts';
import type { People } from '../people.ts';
import { type ClosingOptions, closeMatch } from '../privacy/closing.ts';
import type { MatchStatus, MatchStore, PersonKey, StoredMatch } from '../store/match-store.ts';

export type Live = {
  readonly closing: ClosingOptions;
  readonly bans: Bans;
  readonly people: People;
};
export type DeskOptions = {
  readonly store: MatchStore;
  readonly scenarioById: (id: string) => Scenario | null;
  readonly now: () => number;
  /** What of it runs in this process; null: nothing does, and the store is all there is. */
  readonly live: Live | null;
};

const LISTED = 500;
const DAY = 86_400_000;

const lineOf = (stored: StoredMatch): OperatorMatch => ({
  match: stored.id,
  kind: stored.kind,
  title: stored.title,
  status: stored.status,
  turn: stored.outline?.turn ?? 0,
  createdAt: stored.createdAt,
  endedAt: stored.endedAt,
});

/** What whoever runs a server may do with what is on it. Null and false: there is no such thing. */
export class OperatorDesk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  async matches(statuses: readonly MatchStatus[]): Promise<OperatorMatches> {
    const all = await Promise.all(statuses.map((status) => this.#options.store.matchesBy(status, LISTED)));
    return { matches: all.flat().map(lineOf) };
  }

  async match(id: string): Promise<OperatorMatchDetail | null> {
    const { store } = this.#options;
    const stored = await store.match(id);
    if (stored === null) return null;
    const [inputs, members] = await Promise.all([store.inputs(id), store.members(id)]);
    return {
      ...lineOf(stored),
      scenario: stored.scenario,
      rules: stored.rules,
      pace: stored.settings.pace,
      classId: stored.classId,
      inputs: inputs.length,
      members: members.map(({ person, power, name, removed = false }) => ({ person, power, name, removed })),
    };
  }

  record(id: string): Promise<MatchRecord | null> {
    return storedRecord(this.#options.store, this.#options.scenarioById, id);
  }

  /** Puts everybody out; whoever comes next reads it from the store. */
  async close(id: string): Promise<boolean> {
    const { store, live } = this.#options;
    if ((await store.match(id)) === null) return false;
    if (live !== null) await closeMatch(live.closing, id);
    return true;
  }

  async erase(id: string): Promise<boolean> {
    if (!(await this.close(id))) return false;
    await this.#options.store.eraseMatch(id);
    // Whoever asked for it in between has it open again, with nothing behind it.
    await this.#options.live?.closing.directory.renew(id);
    return true;
  }

  async bans(): Promise<OperatorBans> {
    return { bans: await this.#options.store.bans() };
  }

  async ban({ who, days, reason }: BanRequest): Promise<boolean> {
    const { store, now, live } = this.#options;
    const person = await this.#personOf(who);
    if (person === null) return false;
    await store.putBan({ person, until: days === null ? null : now() + days * DAY, reason, at: now() });
    await live?.bans.reload();
    return true;
  }

  async unban(person: PersonKey): Promise<boolean> {
    const { store, live } = this.#options;
    if ((await store.ban(person)) === null) return false;
    await store.liftBan(person);
    await live?.bans.reload();
    return true;
  }

  async reports(): Promise<OperatorReports> {
    const reports = await this.#options.store.reports('open', LISTED);
    return { reports: reports.map(({ status: _open, ...report }) => report) };
  }

  async settle(id: string, { as }: SettleRequest): Promise<boolean> {
    const { store } = this.#options;
    if (!(await store.reports('open', LISTED)).some((report) => report.id === id)) return false;
    await store.settleReport(id, as);
    return true;
  }

  /** Whoever has a token of this person's has to come as somebody else from now on. */
  async signOut(who: string): Promise<boolean> {
    const { store, live } = this.#options;
    const person = await this.#personOf(who);
    if (person === null) return false;
    if (live === null) await store.dropTokens(person, ['session', 'return', 'feed'], null);
    else await live.people.signOut(person, null);
    return true;
  }

  /** A person by their key, or whoever sits in `MATCH/POWER`. */
  async #personOf(who: string): Promise<PersonKey | null> {
    const { store } = this.#options;
    const [match, power] = who.split('/');
    if (match === undefined || power === undefined) return (await store.person(who))?.key ?? null;
    return (await store.members(match)).find((member) => member.power === power)?.person ?? null;
  }
}
