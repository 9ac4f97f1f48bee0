const RAYS = [
  ['--power-rus', 'M24 24 24 6'],
  ['--power-aze', 'M24 24 40 15'],
  ['--power-irn', 'M24 24 37 32'],
  ['--power-arm', 'M24 24 24 43'],
  ['--power-tur', 'M24 24 10 32'],
  ['--power-usa', 'M24 24 7 14'],
] as const;

/** One country, six directions of unequal length. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 48 48" aria-hidden="true">
    <g fill="none" strokeWidth="3.4" strokeLinecap="round">
      {RAYS.map(([colour, path]) => (
        <path key={colour} d={path} stroke={`var(${colour})`} />
      ))}
    </g>
    <circle cx="24" cy="24" r="5" fill="var(--parchment)" />
  </svg>
);
