import type { FactKind, GameEvent } from '../../model/event.ts';
import type { Draft } from './draft.ts';
import { AGREEMENT_WRITERS } from './of-agreements.ts';
import { BOARD_WRITERS } from './of-board.ts';
import { TABLE_WRITERS } from './of-table.ts';
import type { Writer, Writers } from './writer.ts';

const WRITERS: Writers<FactKind> = { ...TABLE_WRITERS, ...AGREEMENT_WRITERS, ...BOARD_WRITERS };

/** The only writer: what an event makes of the state. */
export const evolve = (draft: Draft, event: GameEvent): void => {
  (WRITERS[event.kind] as Writer<FactKind>)(draft, event);
};
