import { z } from 'zod';
import { REGIMES, SITE_KINDS, STAGES } from '../model/asset.ts';
import { VERBS } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import { LENGTHS, MEASURE_STATUSES, PACES } from '../model/state.ts';
import { conditionSchema } from '../protocol/input-schema.ts';
import { magnitudesSchema } from './magnitudes-schema.ts';
import { agreementSchema, offerSchema, planStepSchema, policySchema } from './paper-schema.ts';
import {
  area,
  byArea,
  count,
  doors,
  effects,
  guard,
  id,
  lonlat,
  share,
  source,
  status,
  text,
  turn,
  whole,
  winnerEffects,
} from './schema-parts.ts';

const action = z.strictObject({
  verb: z.enum(VERBS),
  area: area.nullable(),
  name: text,
  capital: count,
  treasury: count,
  precedent: text,
});
const objective = z.strictObject({
  id,
  title: text,
  weight: whole.min(1).max(100),
  formula: text,
  lo: whole,
  hi: whole,
  why: text,
  source,
});
const card = z.strictObject({
  id,
  title: text,
  text,
  precedent: text,
  source,
  changes: text,
  teaching: text,
  turn: turn.nullable(),
  weight: count,
  when: conditionSchema.nullable(),
  effects,
});
const measure = z.strictObject({
  id,
  name: text,
  kind: z.enum(['sanction', 'dispute']),
  by: id,
  against: z.array(id).min(1),
  status: z.enum(MEASURE_STATUSES),
  each: effects,
  courtPercent: share.nullable(),
  courtCap: z.strictObject({ area, share }).nullable(),
  stopsGoods: z.boolean(),
  onLift: effects,
  text,
  source,
});

const site = z.strictObject({
  id,
  name: text,
  kind: z.enum(SITE_KINDS),
  area,
  host: id,
  operator: id,
  level: whole.min(0).max(5),
  lonlat,
  note: text,
  source,
});
const gate = z.strictObject({ id, name: text, owner: id, status, guard, lonlat });
const regimeCost = z.strictObject({
  sovereign: z.record(id, count).exactOptional(),
  monitored: z.record(id, count).exactOptional(),
  extraterritorial: z.record(id, count).exactOptional(),
});
const route = z.strictObject({
  id,
  name: text,
  mode: z.enum(['road', 'rail', 'pipeline', 'corridor', 'bridge']),
  contested: z.boolean(),
  regime: z.enum(REGIMES),
  gates: z.array(gate).min(1),
  profit: z.record(id, count),
  regimeCost,
  cap: z.strictObject({ project: id, flow: z.union([z.literal(0), z.literal(1), z.literal(2)]) }).nullable(),
  users: z.array(id),
  note: text,
  source,
});
const front = z.strictObject({
  id,
  name: text,
  parties: z.tuple([id, id]),
  tension: whole.min(0).max(10),
  lonlat,
  background: z.boolean(),
  routes: z.array(id),
  prizes: z.array(z.strictObject({ id, name: text, holder: id, onLost: effects, onRegained: effects })),
  note: text,
  source,
});
const need = z.union([
  z.strictObject({ kind: z.literal('award') }),
  z.strictObject({ kind: z.literal('welcome'), area }),
  z.strictObject({ kind: z.literal('gate'), route: id }),
  z.strictObject({ kind: z.literal('host'), site: id }),
  z.strictObject({ kind: z.literal('any') }),
]);
const stage = z.strictObject({ name: z.enum(STAGES), upTo: whole.min(1), needs: need.nullable() });
const project = z.strictObject({
  id,
  name: text,
  host: id,
  sponsors: z.array(id),
  area,
  progress: z.record(id, count),
  goal: whole.min(1),
  stages: z.array(stage).min(1),
  onWon: winnerEffects,
  lonlat,
  note: text,
  source,
});

const clock = whole.min(1_000).nullable();
const tracks = z.strictObject({
  capital: whole.min(0).max(12),
  treasury: whole.min(0).max(99),
  stability: share,
  credibility: share,
  readiness: whole.min(0).max(10),
  base: count,
  why: text,
});

/** The shape of a scenario; `loadScenario` then checks that its parts fit each other. */
export const scenarioSchema = z.strictObject({
  id,
  version: id,
  title: text,
  summary: text,
  firstYear: whole.min(1900).max(2200),
  firstQuarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  lengths: z.strictObject(
    Object.fromEntries(LENGTHS.map((length) => [length, turn])) as { [L in (typeof LENGTHS)[number]]: typeof turn },
  ),
  paces: z
    .array(
      z.strictObject({
        ...{ id: z.enum(PACES), negotiation: clock, orders: clock, oneWindow: z.boolean() },
        pauseDays: whole.max(30).exactOptional(),
      }),
    )
    .min(1),
  powers: z
    .array(z.strictObject({ id, name: text, adjective: text, capital: text, briefing: text }))
    .min(2)
    .max(6),
  others: z.array(z.strictObject({ id, name: text })),
  suppliers: z.array(id).min(2),
  magnitudes: magnitudesSchema,
  actions: z.array(action).min(1),
  portfolios: z.record(id, byArea(z.record(id, share))),
  portfolioNotes: z.array(z.strictObject({ host: id, area, why: text, source })),
  tracks: z.record(id, tracks),
  doors: z.record(id, doors),
  sites: z.array(site),
  routes: z.array(route),
  fronts: z.array(front),
  projects: z.array(project),
  measures: z.array(measure),
  agreements: z.array(agreementSchema),
  offers: z.array(offerSchema),
  policies: z.array(policySchema),
  elections: z.array(z.strictObject({ power: id, turn, title: text, source })),
  grievances: z.array(z.strictObject({ holder: id, against: id, until: turn, text })),
  objectives: z.record(id, z.array(objective)),
  agendas: z.record(id, z.array(objective)),
  scoring: z.strictObject({ base: share, up: share, down: share }),
  cards: z.array(card),
  plans: z.record(id, z.array(planStepSchema)),
  sources: z.array(z.strictObject({ id, text })),
});

/** The compiler holds the schema to the type: this line does nothing else. */
export const asScenario = (data: z.infer<typeof scenarioSchema>): Scenario => data;
