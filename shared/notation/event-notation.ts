import type { Cause } from '../model/cause.ts';
import type { GameEvent } from '../model/event.ts';
import type { FailReason } from '../model/fail-reason.ts';
import type { Doors } from '../model/portfolio.ts';
import { formatTerms } from './clause-notation.ts';
import { formatGuard } from './field-notation.ts';
import { formatOrder } from './order-notation.ts';
import { formatTableEvent, type TableEvent } from './table-event-notation.ts';

export const formatDoors = (doors: Doors): string =>
  [
    ...doors.welcomes.map((door) => `+${door.area}:${door.supplier}`),
    ...(doors.bar === null ? [] : [`-${doors.bar.area}:${doors.bar.supplier}`]),
  ].join(' ') || 'none';

const failing = (why: FailReason | null): string => (why === null ? '' : ` in vain: ${why}`);
const signed = (points: number): string => (points < 0 ? `${points}` : `+${points}`);
const by = (who: string | null): string => (who === null ? '' : ` by ${who}`);
const outcome = (success: boolean): string => (success ? 'succeeded' : 'failed');

/** One event in one line, without its cause: what rules tables expect and a told match shows. */
export const formatEvent = (event: GameEvent): string => {
  switch (event.kind) {
    case 'courted':
      return `courted ${event.by} ${event.host} ${event.area} +${event.points}${event.short === null ? '' : ` short of ${event.short}`}`;
    case 'hardened':
      return `hardened ${event.power} ${event.area} +${event.points}`;
    case 'squeezed':
      return `squeezed ${event.by} ${event.host} ${event.area} ${event.met ? 'met' : 'unmet'} stability ${event.stability} treasury ${event.treasury} for ${formatTerms(event.demand)}`;
    case 'sharesMoved':
      return `shares ${event.host} ${event.area} ${event.moves.map((move) => `${move.supplier} ${move.from}→${move.to}`).join(' ')}`;
    case 'trackMoved':
      return `track ${event.power} ${event.track} ${event.from}→${event.to}`;
    case 'gateSet':
      return `gate ${event.gate} ${event.from}→${event.to}${event.heldUntil === null ? '' : ` until ${event.heldUntil}`}`;
    case 'guardPosted':
      return `guard ${event.gate} ${formatGuard(event.from)}→${formatGuard(event.to)}`;
    case 'regimeSet':
      return `regime ${event.route} ${event.from}→${event.to}`;
    case 'doorsSet':
      return `doors ${event.host} ${formatDoors(event.to)}`;
    case 'wasted':
      return `wasted ${event.supplier} ${event.host} ${event.area} ${event.points}`;
    case 'wasteQueued':
      return `waste due ${event.waste.supplier} ${event.waste.host} ${event.waste.area} ${event.waste.points}`;
    case 'gapOpened':
      return `gap ${event.gap.host} ${event.gap.area} ${event.gap.supplier} until ${event.gap.until}${event.gap.patron ? ' patron' : ''}`;
    case 'gapClosed':
      return `gap closed ${event.host} ${event.area}`;
    case 'grievanceGained':
      return `grievance ${event.grievance.holder} against ${event.grievance.against} until ${event.grievance.until}`;
    case 'grievanceEnded':
      return `grievance ${event.spent ? 'spent' : 'ended'} ${event.holder} against ${event.against}`;
    default:
      return formatAsset(event);
  }
};

type PortfolioKind =
  | ('courted' | 'hardened' | 'squeezed' | 'sharesMoved' | 'trackMoved' | 'gateSet' | 'guardPosted' | 'regimeSet')
  | ('doorsSet' | 'wasted' | 'wasteQueued' | 'gapOpened' | 'gapClosed' | 'grievanceGained' | 'grievanceEnded');
type AssetEvent = Exclude<GameEvent, { readonly kind: PortfolioKind }>;

const formatAsset = (event: AssetEvent): string => {
  switch (event.kind) {
    case 'siteMoved':
      return `site ${event.site} ${event.operator} ${event.level}`;
    case 'siteLost':
      return `site lost ${event.site} ${event.from}→${event.to}`;
    case 'progressMade':
      return `progress ${event.project} ${event.sponsor} ${signed(event.by)}`;
    case 'profitMoved':
      return `profit ${event.route} ${event.actor} ${signed(event.by)}`;
    case 'measureLifted':
      return `lifted ${event.measure}${by(event.by)}`;
    case 'measureImposed':
      return `imposed ${event.measure}${by(event.by)}`;
    case 'tensionMoved':
      return `tension ${event.front} ${event.from}→${event.to}`;
    case 'mediated':
      return `mediated ${event.by} ${event.front} ${event.points}${failing(event.why)}`;
    case 'monitored':
      return `monitored ${event.by} ${event.front}${failing(event.why)}`;
    case 'recognised':
      return `recognised ${event.by} ${event.what}`;
    case 'denounced':
      return `denounced ${event.by} ${event.agreement}.${event.clause}${failing(event.why)}`;
    case 'sponsored':
      return `sponsored ${event.by} ${event.project} ${signed(event.points)}${failing(event.why)}`;
    case 'awarded':
      return `awarded ${event.by} ${event.project} ${event.sponsor}`;
    case 'stageReached':
      return `stage ${event.project} ${event.sponsor} ${event.stage}`;
    case 'projectWon':
      return `won ${event.project} ${event.winner}`;
    case 'prizeTaken':
      return `prize ${event.prize} ${event.from}→${event.to}`;
    default:
      return formatConflict(event);
  }
};

type AssetKind =
  | ('siteMoved' | 'siteLost' | 'progressMade' | 'profitMoved' | 'measureLifted' | 'measureImposed' | 'tensionMoved')
  | ('mediated' | 'monitored' | 'recognised' | 'denounced' | 'sponsored' | 'awarded' | 'stageReached' | 'projectWon')
  | 'prizeTaken';

const formatConflict = (event: Exclude<AssetEvent, { readonly kind: AssetKind }>): string => {
  switch (event.kind) {
    case 'spied': {
      const found = event.learned?.agreement == null ? '' : ` and ${event.learned.agreement}`;
      return `spied ${event.by} ${event.host} learned ${event.learned === null ? 'nothing' : `tracks${found}`}`;
    }
    case 'destabilised': {
      const demand = event.demand === null ? '' : ` for ${formatTerms(event.demand)}`;
      return `destabilised ${event.by} ${event.host} ${event.met ? 'met' : 'unmet'} stability ${event.stability}${demand}`;
    }
    case 'coupTried':
      return `coup ${event.by} ${event.host} odds ${event.odds} ${outcome(event.success)}${failing(event.why)}`;
    case 'sabotaged':
      return `sabotaged ${event.by} ${event.host} ${event.project} ${event.points}${failing(event.why)}`;
    case 'blockaded':
      return `blockaded ${event.by} ${event.host} ${event.gate}${failing(event.why)}`;
    case 'mobilised':
      return `mobilised ${event.power}`;
    case 'stoodDown':
      return `stood down ${event.power}`;
    case 'deterred':
      return `deterred ${event.by} ${event.host} readiness ${event.readiness}${event.guarantee === null ? '' : ` guarantee ${event.guarantee}`}`;
    case 'probed':
      return `probed ${event.by} ${event.host} ${event.front}`;
    case 'operated':
      return `operated ${event.by} ${event.host} ${event.front} ${event.prize} odds ${event.odds} ${outcome(event.success)}${failing(event.why)}`;
    case 'governmentFell':
      return `fell ${event.power} by ${event.by} to ${event.to}`;
    case 'electionCalled':
      return `election ${event.power} called for turn ${event.on}`;
    case 'electionHeld':
      return `election ${event.power} ${event.outcome}`;
    case 'warTold':
      return `war ${event.front} ${event.turns}`;
    case 'warBroke':
      return 'war broke out';
    case 'policyActed':
      return `policy ${event.actor} ${event.rule}`;
    default:
      return formatTableEvent(event satisfies TableEvent);
  }
};

/** Why, in as few words. */
export const formatCause = (cause: Cause): string => {
  switch (cause.kind) {
    case 'order':
      return formatOrder(cause.power, cause.order);
    case 'clause':
      return `${cause.agreement}.${cause.clause}`;
    case 'events':
      return cause.ids.join(' ');
    case 'rule':
      return cause.rule;
    case 'card':
      return cause.card;
    case 'measure':
      return cause.measure;
    case 'doors':
      return `doors of ${cause.power}`;
    case 'act':
      return `act of ${cause.seat}`;
    case 'policy':
      return `${cause.actor} ${cause.rule}`;
    case 'undisclosed':
      return 'undisclosed';
    default:
      return cause satisfies never;
  }
};
