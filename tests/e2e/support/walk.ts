import type { Page } from 'playwright-core';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { builtScript } from './built-script.ts';
import type { Answered, causes } from './causes-in-page.ts';
import { notNumbers } from './not-numbers.ts';

/** The script that asks, made ready for `page.addInitScript`. */
export const causesScript = (): Promise<string> => builtScript('tests/e2e/support/causes-in-page.ts', 'asking');

/** Where a chain of causes may end, as the dialog says it. */
const ENDS: readonly RegExp[] = [
  / ordered: |changed its doors/u,
  /^(?:Clause \d+|A clause) of “/u,
  /^The card “|^The standing measure “|^The published policy of /u,
  /^Act of |^The clock and the seats of the table/u,
  /^Rules? [A-Z]{2}\d/u,
  /^The catalogue of orders: “|^No order is written here/u,
  // With its source, or as one of the numbers that the scenario states.
  /^At the start.*(?:\[.+\]|\(.*[A-Z]\d.*\))|as the scenario sets it/su,
  /^Undisclosed/u,
];

/** What is wrong with an answer, if anything is. */
const faultOf = ({ key, shown, told, roots }: Answered): string | null => {
  if (roots.length === 0) return `${key} ends nowhere: ${told}`;
  const astray = roots.find((root) => !ENDS.some((end) => end.test(root)));
  if (astray !== undefined) return `${key} ends at “${astray}”`;
  if (/undefined|NaN|\{\w+\}/u.test(told)) return `${key} is told badly: ${told}`;
  const numbers = shown.match(/\d+/gu) ?? [];
  return numbers.length > 0 && !numbers.some((number) => told.includes(number))
    ? `${key} shows “${shown}” and tells of something else: ${told}`
    : null;
};

export type Walk = {
  /** Looks at what is on the screen now, and asks each number that has not been asked. */
  readonly look: (where: string) => Promise<void>;
  /** Asks all anew: the match has gone on. */ readonly forget: () => Promise<void>;
  readonly faults: readonly string[];
  readonly asked: readonly string[];
};

const WHOLE = '.match-head, .match-side, .result';
type Asking = typeof globalThis & { readonly causes: typeof causes };

export const openWalk = (page: Page): Walk => {
  const faults: string[] = [];
  const asked: string[] = [];
  const exempt = notNumbers(charter2025);
  return {
    faults,
    asked,
    forget: () => page.evaluate(() => (globalThis as Asking).causes.forget()),
    look: async (where) => {
      const { bare, answered } = await page.evaluate(
        async ({ scope, except }) => {
          const { unexplained, askAll } = (globalThis as Asking).causes;
          return { bare: unexplained(scope, except), answered: await askAll(scope) };
        },
        { scope: WHOLE, except: exempt },
      );
      asked.push(...answered.map(({ key }) => key));
      faults.push(
        ...bare.map((one) => `${where}: no cause for ${one}`),
        ...answered.flatMap((one) => faultOf(one) ?? []).map((fault) => `${where}: ${fault}`),
      );
    },
  };
};
