import type { Slice } from './board-figures.ts';
import { custom, supplierColour } from './supplier-colour.ts';

/** Whole points of one portfolio as one stacked bar. Decoration: numbers stand beside it. */
export const ShareBar = ({
  slices,
  lit,
  tall = false,
}: {
  readonly slices: readonly Slice[];
  readonly lit: string | null;
  readonly tall?: boolean;
}) => (
  <span className="share-bar" data-tall={tall || undefined} aria-hidden="true">
    {slices.map((slice) => (
      <span
        key={slice.supplier}
        className="share-slice"
        data-own={slice.supplier === 'own' || undefined}
        data-dim={(lit !== null && lit !== slice.supplier) || undefined}
        style={custom({ '--share': slice.share, '--tint': supplierColour(slice.supplier) })}
      />
    ))}
  </span>
);
