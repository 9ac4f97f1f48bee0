import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { CONDITION_FORMS } from '../../../shared/model/fields.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { formatTerms } from '../../../shared/notation/clause-notation.ts';
import { formatEntry } from '../../../shared/notation/line-notation.ts';
import { formatDeed } from '../../../shared/notation/order-notation.ts';
import { legalClauseTerms, legalDemands, legalDoors, legalOrders } from '../../../shared/rules/legal-orders.ts';
import { concessionChoices } from '../orders/concession-choices.ts';
import { ACTS, CLAUSE, withoutPower } from './read-command.ts';

const MOST = 8;
const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Orders as they are written; one that carries a demand ends with `for`. */
const orderLines = (scenario: Scenario, view: SeatView): readonly string[] =>
  legalOrders(scenario, view).flatMap(({ order, needsDemand }) => {
    const line = formatDeed(order);
    if (needsDemand) return [line.slice(0, line.indexOf(' for ') + 4)];
    return order.verb === 'destabilise' ? [line, `${line} for`] : [line];
  });

/** What may follow `for`, for the host that the line names. */
const demandLines = (scenario: Scenario, view: SeatView, line: string): readonly string[] => {
  const head = line.slice(0, line.indexOf(' for ') + 5);
  const host = wordsOf(head).find((word) => indexOf(scenario).isPower.has(word));
  if (host === undefined) return [];
  return legalDemands(scenario, view, host).map((terms) => head + formatTerms(terms));
};

const doorLines = (scenario: Scenario, view: SeatView): readonly string[] =>
  legalDoors(scenario, view).map((change) => formatEntry({ kind: 'doors', change }));

const concessionLines = (scenario: Scenario, me: PowerId): readonly string[] =>
  concessionChoices(scenario, me).map(({ item }) => formatEntry({ kind: 'concession', concession: item }));

/** `clause A to B PROMISE @1-3`: first who, then what the one who promises could promise. */
const clauseLines = (scenario: Scenario, view: SeatView, line: string): readonly string[] => {
  const [, by, to, whom] = wordsOf(line);
  const parties = [...indexOf(scenario).powers, ...scenario.policies.map((policy) => policy.actor)];
  if (by === undefined || !parties.includes(by)) return parties.map((party) => `clause ${party}`);
  if (to !== 'to' || whom === undefined || !parties.includes(whom))
    return parties.filter((party) => party !== by).map((party) => `clause ${by} to ${party}`);
  const { turn } = view.board;
  const window = `@${turn}-${Math.max(turn, view.settings.turns)}`;
  return legalClauseTerms(scenario, view, by).map((terms) => `clause ${by} to ${whom} ${formatTerms(terms)} ${window}`);
};

/** `when CONDITION: ORDER`. Conditions begin with the word of their form. */
const standingLines = (scenario: Scenario, view: SeatView, line: string): readonly string[] => {
  const colon = line.indexOf(':');
  if (colon < 0) return ['when absent:', ...CONDITION_FORMS.map((form) => `when ${form.word}`)];
  const head = line.slice(0, colon + 1);
  return orderLines(scenario, view).map((order) => `${head} ${order}`);
};

const linesFor = (scenario: Scenario, view: SeatView, me: PowerId, line: string): readonly string[] => {
  const [first = ''] = wordsOf(line);
  if (first === 'doors') return doorLines(scenario, view);
  if (first === 'concede') return concessionLines(scenario, me);
  if (line.startsWith(CLAUSE)) return clauseLines(scenario, view, line);
  if (first === 'when') return standingLines(scenario, view, line);
  if (line.includes(' for ')) return demandLines(scenario, view, line);
  return [...ACTS, ...orderLines(scenario, view), 'doors', 'clause', 'concede', 'when', 'honour', 'honour not'];
};

/** The line as far as it goes with what stands in it, one word further. */
const oneFurther = (candidate: string, typed: string): string | null => {
  if (!candidate.startsWith(typed) || candidate === typed) return null;
  const next = candidate.indexOf(' ', typed.length + (candidate[typed.length] === ' ' ? 1 : 0));
  return next < 0 ? candidate : candidate.slice(0, next);
};

/** Lines that go on where this one ends, one word further; nothing where it is whole or cannot be gone on with. */
export const completionsOf = (scenario: Scenario, view: SeatView, me: PowerId, text: string): readonly string[] => {
  const { line, from } = withoutPower(text, me);
  const typed = line.replaceAll(/\s+/gu, ' ').trimStart();
  const found = new Set<string>();
  for (const candidate of linesFor(scenario, view, me, typed)) {
    const further = oneFurther(candidate, typed);
    if (further !== null) found.add(further);
    if (found.size > 60) break;
  }
  return [...found].slice(0, MOST).map((one) => text.slice(0, from) + one);
};
