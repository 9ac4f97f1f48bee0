import type { CSSProperties } from 'react';
import { OWN, type SupplierId } from '../../../shared/model/ids.ts';
import { powerColour } from '../../ui/power.ts';

const EXTRA: { readonly [supplier: SupplierId]: string } = { EUR: 'var(--supplier-eur)', CHN: 'var(--supplier-chn)' };

/** A share's colour; it never stands without its code and number. */
export const supplierColour = (supplier: SupplierId): string =>
  supplier === OWN ? 'var(--supplier-own)' : (EXTRA[supplier] ?? powerColour(supplier));

/** Custom properties for a stylesheet to use. */
export const custom = (properties: { readonly [name: `--${string}`]: string | number }): CSSProperties =>
  properties as CSSProperties;
