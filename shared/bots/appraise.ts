import type { AgreementDraft } from '../model/agreement.ts';
import type { PowerId } from '../model/ids.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { scoreOf } from '../rules/scores.ts';
import { sideOf } from './negotiator/burden.ts';
import { agreedBoard, orderedBoard } from './negotiator/kept.ts';

const gainOf = (scenario: Scenario, before: Board, after: Board, me: PowerId): number =>
  after === before ? 0 : scoreOf(scenario, after, me).full - scoreOf(scenario, before, me).full;

const everything = (): boolean => true;

/** What a draft is about worth to a power, in hundredths of score: kept by all, and with what it owes and is owed. */
export const worthOfDraft = (scenario: Scenario, board: Board, draft: AgreementDraft, me: PowerId): number =>
  draft.clauses.reduce(
    (sum, clause) => sum + sideOf(scenario, board, clause, me),
    gainOf(scenario, board, agreedBoard(scenario, board, draft, everything), me),
  );

/** What an order would about do for its power's score. */
export const worthOfOrder = (scenario: Scenario, board: Board, order: Order, me: PowerId): number =>
  gainOf(scenario, board, orderedBoard(scenario, board, me, order), me);
