import express, { Router } from 'express';
import type { HealthReply } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import type { ClassDesk } from '../classroom/class-desk.ts';
import type { Bans } from '../match/bans.ts';
import type { Clock, Journal } from '../match/clock.ts';
import type { MatchDirectory } from '../match/match-directory.ts';
import type { Reminders } from '../match/reminders.ts';
import type { OperatorDesk } from '../operator/operator-desk.ts';
import type { People } from '../people.ts';
import type { Forgetting } from '../privacy/forgetting.ts';
import type { Retention } from '../privacy/retention.ts';
import type { MatchStore } from '../store/match-store.ts';
import type { AddressOf } from './addresses.ts';
import { answer, tellProblems } from './answers.ts';
import type { Callers } from './callers.ts';
import { careApi } from './care-api.ts';
import { claimApi } from './claim-api.ts';
import { classApi } from './class-api.ts';
import { feedApi } from './feed-api.ts';
import { joinApi } from './join-api.ts';
import { matchApi } from './match-api.ts';
import { meApi } from './me-api.ts';
import type { Metrics } from './metrics.ts';
import { operatorApi } from './operator-api.ts';
import { HttpProblem } from './problems.ts';
import type { RateLimit } from './rate-limit.ts';
import { recordApi } from './record-api.ts';
import { reminderApi } from './reminder-api.ts';
import { sideChannel } from './side-channel.ts';

export type ApiServices = {
  readonly callers: Callers;
  readonly addressOf: AddressOf;
  readonly people: People;
  readonly forgetting: Forgetting;
  readonly retention: Retention;
  /** How often somebody may ask for everything of theirs. */ readonly exports: RateLimit;
  /** Puts everybody out of the rooms of a match or of a class. */ readonly closeRooms: (
    target: string,
  ) => Promise<void>;
  readonly directory: MatchDirectory;
  readonly classes: ClassDesk;
  readonly bans: Bans;
  readonly desk: OperatorDesk;
  readonly metrics: Metrics;
  readonly store: MatchStore;
  /** Whether the store stores at this moment. */ readonly isSound: () => Promise<boolean>;
  /** Null: this server sends no mail. */ readonly reminders: Reminders | null;
  /** Where people find the page, with a slash at its end; null: the operator has not said. */
  readonly site: string | null;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly version: string;
  /** In canonical order; for lists of matches that are not open. */
  readonly powers: readonly string[];
  readonly openRoom: (kind: 'match' | 'gallery' | 'class', target: string) => Promise<string>;
  readonly isClosing: () => boolean;
  /** Aborted when the server begins to stop: nothing may be held any longer. */ readonly closing: AbortSignal;
};

export const BODY_LIMIT = 64 * 1024;

/** Everything under /api: typed endpoints, problems in plain sentences, nothing secret in an address. */
export const api = (services: ApiServices): Router => {
  const router = Router();
  router.get(
    '/health',
    answer(
      (): HealthReply => ({ ok: true, version: services.version, protocol: PROTOCOL_VERSION, rules: RULES_VERSION }),
    ),
  );
  router.get(
    '/ready',
    answer(async () => {
      if (services.isClosing()) throw new HttpProblem('server/closing');
      if (!(await services.isSound())) throw new HttpProblem('server/storage');
      return { ok: true };
    }),
  );
  router.use(async (request, _response, next) => {
    await services.callers.count(request);
    if (services.isClosing()) throw new HttpProblem('server/closing');
    next();
  });
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(
    matchApi(services),
    claimApi(services),
    reminderApi(services),
    feedApi(services),
    meApi(services),
    joinApi(services),
    careApi(services),
    classApi(services),
    recordApi(services),
    sideChannel(services),
    operatorApi(services),
  );
  router.use(() => {
    throw new HttpProblem('server/unknown-path');
  });
  router.use(tellProblems(services.journal));
  return router;
};
