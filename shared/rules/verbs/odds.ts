import { AREAS } from '../../model/area.ts';
import { type ActorId, OWN } from '../../model/ids.ts';
import type { Magnitudes } from '../../model/magnitudes.ts';
import type { Shares } from '../../model/portfolio.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';

/** Who stands beside the defender: readiness committed, and the worth of a word (0–100). */
export type Deterrent = { readonly readiness: number; readonly credibility: number };

/** All that the odds of an operation depend on. */
export type Balance = {
  /** readiness of both sides, 0–10 */ readonly attack: number;
  readonly defence: number;
  /** points of the defender's security that outsiders other than the attacker supply */ readonly cover: number;
  readonly deterrents: readonly Deterrent[];
  /** credibility of each whose guarantee is honoured */ readonly guarantors: readonly number[];
  /** open gaps of the defender in security and borders */ readonly gaps: number;
  readonly crisis: boolean;
  /** somebody monitors the front */ readonly watched: boolean;
};

const HUNDRED = 100;

const clamp = ({ min, max }: Magnitudes['force'], odds: number): number => Math.max(min, Math.min(max, odds));

/** What one who deters adds, in hundredths of a point of readiness: more, the better its word. (FO7) */
export const deterrence = ({ force }: Magnitudes, { readiness, credibility }: Deterrent): number =>
  Math.floor((Math.min(readiness, force.deter) * HUNDRED * (HUNDRED + credibility)) / 200);

/** Defence in hundredths of a point of readiness. (FO1) */
export const defenceOf = (magnitudes: Magnitudes, balance: Balance): number => {
  const { force } = magnitudes;
  let sum = balance.defence * HUNDRED + force.cover * balance.cover - force.gap * balance.gaps * HUNDRED;
  for (const one of balance.deterrents) sum += deterrence(magnitudes, one);
  for (const credibility of balance.guarantors) sum += force.guarantee * credibility;
  return balance.crisis ? sum - force.crisis * HUNDRED : sum;
};

/** Percent chance that an operation succeeds: for what is offered, previewed and carried out alike. (FO1) */
export const oddsOf = (magnitudes: Magnitudes, balance: Balance): number => {
  const { force, monitor } = magnitudes;
  const lead = balance.attack * HUNDRED - defenceOf(magnitudes, balance);
  const odds = force.base + Math.floor((force.perPoint * lead) / HUNDRED);
  return clamp(force, balance.watched ? odds - monitor.odds : odds);
};

/** Percent chance of a coup: by the share of politics beyond what it needs, and by how shaky the government is. (CV4) */
export const coupOdds = (magnitudes: Magnitudes, share: number, stability: number): number => {
  const { coup } = magnitudes.covert;
  return clamp(
    magnitudes.force,
    coup.base + coup.perPoint * (share - coup.share + Math.max(0, coup.stabilityUnder - stability)),
  );
};

const NOBODY: Shares = {};

/** Points of a row that outsiders supply, the one that attacks left out. */
export const coverOf = (row: Shares | undefined, attacker: ActorId): number => {
  const shares = row ?? NOBODY;
  let cover = 0;
  for (const supplier of Object.keys(shares))
    if (supplier !== OWN && supplier !== attacker) cover += shares[supplier] ?? 0;
  return cover;
};

const GUARDED = AREAS.filter((area) => area === 'security' || area === 'borders');

/** In how many of security and borders a host stands in the open. */
export const openFlanks = ({ gaps, turn }: Pick<Board, 'gaps' | 'turn'>, host: ActorId): number => {
  let open = 0;
  for (const area of GUARDED)
    if (gaps.some((gap) => gap.host === host && gap.area === area && gap.until >= turn)) open += 1;
  return open;
};

export const isInCrisis = (scenario: Scenario, stability: number): boolean =>
  stability < scenario.magnitudes.stability.crisis;
