import type { GameEvent } from '../../../shared/model/event.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { Selection } from '../../store/match-store.ts';
import type { CauseLink } from '../../text/cause-sentence.ts';
import { t } from '../../text/match-text.ts';
import type { FigureKey } from './figure-key.ts';

/** Another number that this one is made of. */
export type Part = { readonly key: FigureKey; readonly label: string; readonly value: string };

/** A number with what it is, what it is made of, what moved it, and where it began. */
export type Story = {
  readonly title: string;
  readonly value: string;
  readonly note: string | null;
  readonly parts: readonly Part[];
  /** what the parts are, if they do not make it up */ readonly partsAre?: 'beside' | 'ground';
  /** latest first */ readonly moves: readonly GameEvent[];
  /** nothing can move it: it is a rule, or only written */ readonly fixed?: boolean;
  /** of what has not happened: from it back to where it would begin */ readonly chain?: readonly CauseLink[];
  /** null where it has no beginning of its own */ readonly start: string | null;
  readonly thing: Selection | null;
};
/** Tells of another number that this one is made of. */
export type Tell = (key: FigureKey) => Story | null;
/** Tells one kind of number; null if there is no such in this view. */
export type Teller = (names: readonly string[], scenario: Scenario, view: SeatView, tell: Tell) => Story | null;

export const partsOf = (keys: readonly FigureKey[], tell: Tell): readonly Part[] =>
  keys.flatMap((key) => {
    const story = tell(key);
    return story === null ? [] : [{ key, label: story.title, value: story.value }];
  });

export const movesOf = (view: SeatView, moves: (event: GameEvent) => boolean): readonly GameEvent[] =>
  view.events.filter(moves).toReversed();

/** Where a number began, and why there, as the scenario has it. */
export const startOf = (value: string | number, why?: string, source?: string): string => {
  const reason = [why, source === undefined ? undefined : t('source', { source })].filter((one) => one !== undefined);
  return reason.length === 0 ? t('figure.start', { value }) : t('figure.start.why', { value, why: reason.join(' ') });
};

export const PLAIN = { note: null, parts: [], start: null, thing: null } as const;
