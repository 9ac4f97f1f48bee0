import { useRef } from 'react';
import { NO_STANDING_ORDERS, type OrderSet } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { Parsed } from '../../../shared/notation/words.ts';
import { LIMITS } from '../../../shared/protocol/input-schema.ts';
import { refuseClause } from '../../../shared/rules/clause-rules.ts';
import { orderCost } from '../../../shared/rules/legal-orders.ts';
import { refuseDraft } from '../../../shared/rules/refusal-treaty.ts';
import { changedDoors } from '../../../shared/rules/resolution/doors.ts';
import { groundOfView } from '../../../shared/rules/verbs/ground.ts';
import { refuseOrder } from '../../../shared/rules/verbs/registry.ts';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { doorSentence, orderSentence } from '../../text/order-sentence.ts';
import { refusalSentence } from '../../text/refusal-sentence.ts';
import { clauseSentence, sentenceCase } from '../../text/terms-sentence.ts';
import { withConcession, withDoors, withOrder } from '../orders/draft.ts';
import { type Draft, useDraft } from '../orders/use-draft.ts';
import { useMe, useScenario, useSend, useView } from '../panel-hooks.ts';
import { emptyDraft, forTurn, titled, withClause } from '../treaty/drafting.ts';
import type { Act, Command } from './read-command.ts';

export type Answer = { readonly ok: boolean; readonly text: string };
const done = (text: string): Answer => ({ ok: true, text });
const wrong = (text: string): Answer => ({ ok: false, text });

/** Nothing is changed by a line that cannot be read; it is answered with its place. */
export const unreadAnswer = (read: Extract<Parsed<Command>, { readonly ok: false }>): Answer =>
  wrong(t('command.unread', { expected: read.expected, at: read.at + 1 }));

const addOrder = (scenario: Scenario, view: SeatView, draft: Draft, order: OrderSet['orders'][number]): Answer => {
  const refused = refuseOrder(groundOfView(scenario, view), order);
  if (refused !== null) return wrong(refusalSentence(refused, sentenceCase(orderSentence(order, scenario, view))));
  const next = withOrder(draft.set, order);
  draft.change(next);
  const { capital, treasury } = orderCost(scenario, view, next.orders);
  return done(t('command.ordered', { order: sentenceCase(orderSentence(order, scenario, view)), capital, treasury }));
};

/** Does what a line says; the same acts as the forms, and no other. */
export const useCommand = (): ((command: Command) => Promise<Answer>) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const draft = useDraft();
  const proposal = useMatch((state) => state.drafts.proposal);
  const { draftProposal } = useIntents();
  const send = useSend();
  const tell = async (input: Parameters<typeof send>[0], text: string): Promise<Answer> => {
    const sent = await send(input);
    return sent.ok ? done(text) : wrong(sent.text);
  };
  /** The phase in which it was said already that something is not submitted. */
  const warned = useRef('');
  const known = (id: string) => view.agreements.find((one) => one.id === id);
  const onDesk = () => forTurn(proposal ?? emptyDraft(me ?? '', null), view.board.turn);

  const act = async (which: Act): Promise<Answer> => {
    switch (which) {
      case 'ready': {
        const now = `${view.board.turn}/${view.table.phase}`;
        const closes = view.table.phase === 'orders' || view.settings.oneWindow;
        if (closes && draft.state === 'changed' && warned.current !== now) {
          warned.current = now;
          return wrong(t('command.ready.unsent'));
        }
        return tell({ kind: 'setReady', ready: true }, t('command.ready'));
      }
      case 'unready':
        return tell({ kind: 'setReady', ready: false }, t('command.unready'));
      case 'submit': {
        const tooMany = draft.set.orders.length - LIMITS.orders;
        if (tooMany > 0) return wrong(t('submit.many', { most: LIMITS.orders, n: tooMany }));
        return tell({ kind: 'submitOrders', orders: draft.set }, t('state.submitted'));
      }
      case 'clear':
        draft.change({ ...draft.set, orders: [], doors: null });
        return done(t('command.clear'));
      case 'propose': {
        const whole = titled(onDesk(), scenario, view.board.turn);
        const refused = refuseDraft(scenario, view.board, me ?? '', whole, known);
        if (refused !== null) return wrong(refusalSentence(refused));
        const answer = await tell({ kind: 'propose', draft: whole, expires: view.board.turn }, t('command.propose'));
        if (answer.ok) draftProposal(null);
        return answer;
      }
      default:
        return which satisfies never;
    }
  };

  const addClause = (command: Extract<Command, { readonly kind: 'clause' }>): Answer => {
    const { clause } = command;
    const desk = onDesk();
    const next = withClause(desk, clause);
    const earlier = desk.clauses.map((_, i) => `c${i + 1}`);
    const refused = refuseClause(scenario, view.board, next.parties, clause, earlier, known);
    if (refused !== null) return wrong(refusalSentence(refused));
    const until = desk.until === null || clause.until === null ? null : Math.max(desk.until, clause.until);
    draftProposal({ ...next, until });
    return done(t('command.clause', { clause: clauseSentence(clause, scenario, view) }));
  };

  return async (command) => {
    const standing = view.standing ?? NO_STANDING_ORDERS;
    switch (command.kind) {
      case 'order':
        return addOrder(scenario, view, draft, command.order);
      case 'doors': {
        const doors = view.board.doors[me ?? ''];
        if (doors === undefined || changedDoors(doors, command.change) === null)
          return wrong(refusalSentence({ code: 'orders/bad-doors', because: { why: doors ? 'full' : 'host' } }));
        draft.change(withDoors(draft.set, command.change));
        return done(t('command.doors', { change: doorSentence(command.change, scenario) }));
      }
      case 'concession':
        draft.change(withConcession(draft.set, command.concession));
        return done(t('command.concession'));
      case 'standing':
        return tell(
          { kind: 'setStanding', standing: { ...standing, orders: [...standing.orders, command.order] } },
          t('command.standing'),
        );
      case 'honour':
        return tell(
          { kind: 'setStanding', standing: { ...standing, honour: command.honour } },
          t(command.honour ? 'event.standingSet.honour' : 'event.standingSet.not'),
        );
      case 'clause':
        return addClause(command);
      case 'act':
        return act(command.act);
      default:
        return command satisfies never;
    }
  };
};
