import type { OpenMatch } from '../match/open-match.ts';
import type { MatchKind, PersonKey } from '../store/match-store.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';

const DAY = 24 * 3_600_000;
/** Tables that one person may make in a day, against bots or for people. */
export const MADE_A_DAY = 60;
/** Tables for people that one person may have standing open at once. */
export const OPEN_TABLES = 5;
/** Running matches with other people that one person may sit in at once. */
export const MATCHES_AT_ONCE = 24;
const LOOKED_AT = 500;

type Services = Pick<ApiServices, 'store' | 'clock'>;

const standing = async ({ store }: Services, person: PersonKey): Promise<readonly ('open' | 'running')[]> =>
  (await store.matchesOf(person, LOOKED_AT)).flatMap(({ match, power }) => {
    if (match.kind === 'quick' || match.kind === 'class') return [];
    if (match.status === 'running') return power === null ? [] : ['running'];
    return match.status === 'table' && match.host === person ? ['open'] : [];
  });

/** Throws when somebody sits at as many tables as one person may. A class is its teacher's, and is not counted. */
const mayJoin = async (services: Services, person: PersonKey): Promise<void> => {
  const running = (await standing(services, person)).filter((one) => one === 'running');
  if (running.length >= MATCHES_AT_ONCE) throw new HttpProblem('server/too-many');
};

/** Throws when somebody has made as many tables as one person may. */
export const mayMake = async (services: Services, person: PersonKey, kind: MatchKind): Promise<void> => {
  const { store, clock } = services;
  if ((await store.madeSince(person, clock.now() - DAY)) >= MADE_A_DAY) throw new HttpProblem('server/too-many');
  if (kind === 'quick') return;
  const open = (await standing(services, person)).filter((one) => one === 'open');
  if (open.length >= OPEN_TABLES) throw new HttpProblem('server/too-many');
  await mayJoin(services, person);
};

/** Throws when somebody there and whoever comes do not want to meet: without a word of who has said so. */
export const mayCome = async (services: Services, open: OpenMatch, person: PersonKey): Promise<void> => {
  if (open.stored.kind === 'class' || open.member(person) !== null) return;
  await mayJoin(services, person);
  const others = open.members.map((member) => member.person);
  if (await services.store.isBlocked(person, others)) throw new HttpProblem('server/not-welcome');
};
