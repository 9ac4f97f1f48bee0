/**
 * Run before the server with `--import`: a machine whose clock is wrong. CLOCK_OFFSET: by how many ms from the
 * start; CLOCK_JUMPS: `after:by` with commas between, what happens to it while the server is up.
 */
const { CLOCK_OFFSET, CLOCK_JUMPS } = process.env;
const TrueDate = Date;
const startedAt = performance.now();
const offset = Number(CLOCK_OFFSET ?? 0);
const jumps = (CLOCK_JUMPS ?? '')
  .split(',')
  .filter((jump) => jump !== '')
  .map((jump) => jump.split(':').map(Number) as [after: number, by: number]);

const skew = (): number => {
  const up = performance.now() - startedAt;
  return jumps.reduce((sum, [after, by]) => (up >= after ? sum + by : sum), offset);
};
const now = (): number => TrueDate.now() + skew();

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + offset });
