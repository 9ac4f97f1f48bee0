import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { FIGURE_KINDS, type FigureKey, type FigureKind, readFigureKey } from './figure-key.ts';
import type { Story, Teller } from './story.ts';
import * as assets from './story-assets.ts';
import { odds } from './story-odds.ts';
import { action, expected, left, price, spend } from './story-orders.ts';
import * as papers from './story-papers.ts';
import * as powers from './story-powers.ts';
import * as projects from './story-projects.ts';
import * as rules from './story-rules.ts';
import * as shares from './story-shares.ts';

const TELLERS: { readonly [K in FigureKind]: Teller } = {
  ...assets,
  ...papers,
  ...powers,
  ...projects,
  ...rules,
  ...shares,
  ...{ odds, action, expected, left, price, spend },
};
const isKind = (kind: string): kind is FigureKind => (FIGURE_KINDS as readonly string[]).includes(kind);

/** The story of a number by its name; null if this view holds no such number. */
export const storyOf = (key: FigureKey, scenario: Scenario, view: SeatView): Story | null => {
  const { kind, names } = readFigureKey(key);
  if (!isKind(kind)) return null;
  return TELLERS[kind](names, scenario, view, (other) => storyOf(other, scenario, view));
};
