/** The six policy areas: states are partners in some of them and not in others. */
export const AREAS = ['security', 'borders', 'trade', 'energy', 'transit', 'politics'] as const;
export type Area = (typeof AREAS)[number];
export type ByArea<T> = { readonly [A in Area]: T };

export const isArea = (text: string): text is Area => (AREAS as readonly string[]).includes(text);
