/** Angle in degrees, length and width of each direction: drawn once by hand, in nobody's favour. */
const RAYS = [
  ['RUS', -82, 226, 13],
  ['AZE', -18, 150, 8],
  ['IRN', 52, 176, 7],
  ['ARM', 100, 118, 16],
  ['TUR', 166, 196, 9],
  ['USA', 216, 242, 6],
] as const;
const RINGS = [62, 118, 174, 230];

const tip = (angle: number, length: number): readonly [x: number, y: number] => {
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians) * length, Math.sin(radians) * length];
};

/** A thin wedge from the middle outwards. */
const wedge = (angle: number, length: number, width: number): string => {
  const [x, y] = tip(angle, length);
  const [sideX, sideY] = tip(angle + 90, width);
  return `M${-sideX} ${-sideY}L${x} ${y}L${sideX} ${sideY}Z`;
};

/** Leaning in six directions at once: the game's idea as an ornament. */
export const VectorRose = () => (
  <svg className="vector-rose" viewBox="-280 -280 560 560" aria-hidden="true">
    {RINGS.map((radius) => (
      <circle
        key={radius}
        r={radius}
        fill="none"
        stroke="var(--parchment)"
        strokeOpacity="0.16"
        strokeDasharray="2 7"
      />
    ))}
    {RAYS.map(([power, angle, length, width]) => (
      <path key={power} d={wedge(angle, length, width)} fill={`var(--power-${power.toLowerCase()})`} />
    ))}
    <circle r="15" fill="var(--night)" stroke="var(--parchment)" strokeWidth="3" />
  </svg>
);
