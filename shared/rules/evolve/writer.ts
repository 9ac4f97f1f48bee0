import type { FactKind, GameEvent } from '../../model/event.ts';
import type { Draft } from './draft.ts';

export type EventOf<K extends FactKind> = GameEvent & { readonly kind: K };
export type Writer<K extends FactKind> = (draft: Draft, event: EventOf<K>) => void;
export type Writers<K extends FactKind> = { readonly [One in K]: Writer<One> };

/** Events that tell without changing anything. */
export const tells = (): void => undefined;
