import type { Scenario } from '../../../shared/model/scenario.ts';
import type { NotNumbers } from './causes-in-page.ts';

type Reasoned = readonly (readonly [what: string, why: string])[];

/** Parts of the screen in which digits are not numbers of the board, each with its reason. */
const PLACES: Reasoned = [
  ['time', 'when a message was written'],
  ['.talk-text', 'what people say to each other'],
  ['.talk-last', 'the same, in the list of channels'],
  ['.match-tab-mark', 'how many things wait behind a tab: a list is counted'],
  ['.talk-unread', 'the same, of messages'],
  ['.told-acts', 'how far the telling of a turn has come'],
  ['.select-button', 'what is chosen in a form, not yet anywhere'],
  ['.choice', 'the same: choices of a form'],
  ['.field-note', 'what such a choice would mean; said again, with its why, under “What it means for you”'],
  ['.board-key', 'what a sign of the board means: its scale'],
  ['.sourced', 'a text of the scenario about the real world, with its source'],
  ['.dossier-note', 'why a number began as it did, with its source; the number itself stands above'],
  ['.picker-precedent', 'the real precedent of an order, with its source'],
  ['.precedent', 'the same, of an order that is not to be had now'],
  ['.objectives .small', 'why a government wants something'],
  ['.policy-list, .policy-signs', 'a published policy: such a text is where chains end'],
  ['.effects', 'what a prize, project or measure says it does: such a text is where chains end'],
  ['.news article > p', 'the text of a card: such a text is where chains end; what it did has a why below'],
  ['.proposal .clause-list', 'what somebody wrote into an offer: nothing of the board until all have signed'],
  ['.draft .clause-list', 'the same, in my own draft'],
  ['.breach-examples li', 'the same, said as what would break it; what that costs has a why below'],
  ['.tray-what', 'an order as I have written it: such an order is where chains end'],
];

/** Words with digits in them, each with its reason. */
const TEXTS: Reasoned = [
  ['\\bQ[1-4] 20\\d\\d\\b', 'a quarter: when it is'],
  ['\\b(?:19|20)\\d\\d(?:–\\d\\d)?\\b', 'a year'],
  ['\\bturn \\d+ of \\d+', 'which turn it is'],
  ['\\bturn \\d+\\b', 'the same'],
  ['[[(](?:[^\\])]*[^\\w])?[A-Z]{1,2}\\d{2,3}[^\\])]*[\\])]', 'the code of a source'],
  ['\\b[Cc]lauses? \\d+(?:(?:, | and )\\d+)*', 'clauses are counted as they stand in their agreement'],
  ['^You are (?:bound by|owed): [\\d, ]+', 'the same'],
  ['^You promise (?:nothing|\\d+ things?) and are promised (?:nothing|\\d+)', 'the same: so many clauses'],
  ['^(?:Proposals|Concessions|Standing orders|What you could order) \\(\\d+\\)$', 'how long a list is'],
  ['^\\d+ (?:more|closed proposals?)$', 'the same'],
  ['\\bfor \\d+ days? after the end of the match\\b', 'how long the record is kept: chosen by whoever made the table'],
  ['receipt \\w{8}', 'a digest that binds orders'],
];

/** Names that the scenario gives, such as “102nd base”. */
const namesWithDigits = (scenario: Scenario): readonly string[] =>
  [...scenario.sites, ...scenario.routes, ...scenario.projects, ...scenario.measures]
    .map(({ name }) => name)
    .concat([...scenario.agreements, ...scenario.cards].map(({ title }) => title))
    .filter((name) => /\d/u.test(name));

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

export const notNumbers = (scenario: Scenario): NotNumbers => ({
  places: PLACES.map(([place]) => place),
  texts: [...namesWithDigits(scenario).map(literally), ...TEXTS.map(([text]) => text)],
});
