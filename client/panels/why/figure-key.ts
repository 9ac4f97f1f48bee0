/**
 * A number shown anywhere, by name: `share/ARM/energy/RUS`, `tension/tavush`. Its story is told by
 * `storyOf`; an event's number (`3.14`) has no slash and is told by its causes.
 */
export type FigureKey = `${FigureKind}/${string}`;
export const FIGURE_KINDS = [
  'share',
  'index',
  'diversity',
  'autonomy',
  'gap',
  'doors',
  'track',
  'falls',
  'score',
  'joint',
  'objective',
  'weight',
  'tension',
  'hot',
  'prize',
  'project',
  'stage',
  'progress',
  'award',
  'winner',
  'gate',
  'guard',
  'flow',
  'regime',
  'regimeCost',
  'profit',
  'site',
  'operator',
  'measure',
  'passing',
  'agreement',
  'clause',
  'promised',
  'pacts',
  'grievance',
  'missed',
  'promises',
  'recognition',
  'odds',
  'action',
  'price',
  'spend',
  'left',
  'expected',
  'rule',
  'breach',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const figureKey = (kind: FigureKind, ...names: readonly string[]): FigureKey => `${kind}/${names.join('/')}`;
export const isFigureKey = (asked: string): asked is FigureKey => asked.includes('/');

/** Its kind and the names that follow. */
export const readFigureKey = (key: FigureKey): { readonly kind: string; readonly names: readonly string[] } => {
  const [kind = '', ...names] = key.split('/');
  return { kind, names };
};
