import { ERASED, type LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import { type FoldStart, type Foundation, inputsDigest, isSealed, openFold } from './fold.ts';

/**
 * Those lines of a log that change when what was said in some of them is erased, by their numbers. The seals stay as
 * they were published: each line keeps the digest of its turn's inputs from before.
 */
export const erasedLines = (
  scenario: Scenario,
  foundation: Foundation,
  inputs: readonly LoggedInput[],
  seqs: ReadonlySet<number>,
  seam: (FoldStart & { readonly seq: number }) | null = null,
): readonly LoggedInput[] => {
  const fold = openFold(scenario, foundation, seam);
  const lines: LoggedInput[] = [];
  let since: LoggedInput[] = [];
  const take = (): void => {
    const meant = since.filter(({ seq, input }) => input.kind === 'say' && seqs.has(seq));
    if (meant.length > 0) {
      const erased = inputsDigest(foundation.salt, since);
      for (const line of meant) lines.push(withoutText(line, erased));
    }
    since = [];
  };
  for (const logged of inputs) {
    since.push(logged);
    // What lies before a seam is never folded again, and under no seal that anybody makes anew.
    if (seam !== null && logged.seq <= seam.seq) {
      if (logged.seq === seam.seq) take();
      continue;
    }
    if (isSealed(fold.apply(logged))) take();
  }
  take();
  return lines;
};

const withoutText = (logged: LoggedInput, erased: string): LoggedInput =>
  logged.input.kind === 'say' ? { ...logged, input: { ...logged.input, text: ERASED, erased } } : logged;
