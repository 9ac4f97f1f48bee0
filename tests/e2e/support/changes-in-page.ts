import { inflate } from '../../../client/net/inflate.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { decodeChange } from '../../../shared/wire/change.ts';

/** A view and what became of it, as it went over the wire; bytes as numbers. */
export type Telling = { readonly view: string; readonly changes: readonly (number | string | readonly number[])[] };

export const digestOfView = (view: SeatView): string => digestOf(canonical(JSON.parse(JSON.stringify(view))));

/** A digest of the view after every change, wherever this runs. */
export const follow = ({ view, changes }: Telling): readonly string[] => {
  let now = JSON.parse(view) as SeatView;
  return changes.map((change) => {
    now = decodeChange(charter2025, now, typeof change === 'object' ? Uint8Array.from(change) : change, inflate);
    return digestOfView(now);
  });
};
