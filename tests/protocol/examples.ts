import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { FacilitatorInput, PowerInput } from '../../shared/model/input.ts';
import type { Order, Verb } from '../../shared/model/order.ts';

type ByKind<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: { readonly does: string; readonly example: Extract<T, { readonly kind: K }> };
};

/** What a seat may send, each kind with a word on it: in the order in which a match needs them. */
export const POWER_INPUTS: ByKind<PowerInput> = {
  submitOrders: {
    does: 'The whole set of orders of this turn; the last one sent is what runs. In negotiation or in orders, based on the phase that is open.',
    example: {
      kind: 'submitOrders',
      orders: {
        orders: [
          { verb: 'court', host: 'GEO', area: 'transit' },
          { verb: 'harden', area: 'energy' },
        ],
        doors: { kind: 'welcome', door: { area: 'trade', supplier: 'EUR' } },
        concessions: [{ to: 'RUS', kind: 'pay', amount: 2 }],
      },
    },
  },
  setReady: {
    does: 'Ready, or not after all. When every person and every bot is ready, the phase is over.',
    example: { kind: 'setReady', ready: true },
  },
  say: {
    does: 'Words to a channel: yourself and those named. Only while the doors are open, as far as the table’s press allows.',
    example: { kind: 'say', to: ['RUS', 'IRN'], text: 'The road through Meghri stays ours.' },
  },
  propose: {
    does: 'An offer to its parties, signed by you with that. `expires`: the last turn in which it may be signed. `counters`: the offer that it answers.',
    example: {
      kind: 'propose',
      expires: 2,
      draft: {
        title: 'Gas for a while',
        parties: ['ARM', 'IRN'],
        visibility: 'public',
        form: 'statement',
        until: 3,
        notice: 0,
        clauses: [
          { by: ['IRN'], to: ['ARM'], terms: { kind: 'supply', area: 'energy', price: 1 }, from: 1, until: 3 },
          { by: ['ARM'], to: ['IRN'], terms: { kind: 'pay', amount: 1, each: true }, from: 1, until: 3 },
        ],
      },
    },
  },
  sign: {
    does: 'Your signature under an open proposal; the last one concludes it. Based on the phase that is open.',
    example: { kind: 'sign', proposal: 'offer-ARM-IRN#1' },
  },
  decline: {
    does: 'No to an open proposal. It ends it, unless it is a text of the scenario, which lies there for all.',
    example: { kind: 'decline', proposal: 'offer-ARM-IRN#1' },
  },
  withdrawProposal: {
    does: 'Takes your own offer back.',
    example: { kind: 'withdrawProposal', proposal: 'offer-ARM-IRN#1' },
  },
  giveNotice: {
    does: 'You will leave the agreement when its notice has run.',
    example: { kind: 'giveNotice', agreement: 'csto' },
  },
  suspend: {
    does: 'Suspends an agreement that a party has broken towards you.',
    example: { kind: 'suspend', agreement: 'ARM-IRN#1' },
  },
  resume: { does: 'Lets it apply again.', example: { kind: 'resume', agreement: 'ARM-IRN#1' } },
  consent: {
    does: 'To a clause with `unlessConsentOf` you: it is not owed while you consent.',
    example: { kind: 'consent', agreement: 'ARM-IRN#1', clause: 'c1', given: true },
  },
  setStanding: {
    does: 'What the seat does in turns in which nothing is sent.',
    example: {
      kind: 'setStanding',
      standing: { orders: [{ when: null, order: { verb: 'harden', area: 'security' } }], honour: true },
    },
  },
  takePause: {
    does: 'Puts the end of the turn off by so many of the seat’s own days, where `settings.pauseDays` gives it any.',
    example: { kind: 'takePause', days: 2 },
  },
  vote: {
    does: 'For stopping the clock, for letting it run again, or for more time, at a table without a facilitator.',
    example: { kind: 'vote', on: 'pause', agree: true },
  },
  agreeToEnd: {
    does: 'For ending the match early: it ends when all agree.',
    example: { kind: 'agreeToEnd', agree: true },
  },
  concede: { does: 'Gives the seat to a caretaker, for good.', example: { kind: 'concede' } },
};

export const FACILITATOR_INPUTS: ByKind<FacilitatorInput> = {
  start: { does: 'Starts the match; empty seats go to bots.', example: { kind: 'start' } },
  pause: { does: 'Stops the clock and all play.', example: { kind: 'pause' } },
  resumeClock: { does: 'Goes on.', example: { kind: 'resumeClock' } },
  advance: { does: 'Ends the phase now, ready or not.', example: { kind: 'advance' } },
  extend: { does: 'Moves the deadline by so many milliseconds.', example: { kind: 'extend', by: 120_000 } },
  inject: { does: 'Plays a news card.', example: { kind: 'inject', card: 'commentary-appears' } },
  override: {
    does: 'Corrects the board, on the record and with a reason.',
    example: {
      kind: 'override',
      effects: [{ kind: 'track', power: 'ARM', track: 'treasury', by: 2 }],
      reason: 'A rule was explained wrongly.',
    },
  },
  rewind: { does: 'Back to the start of a turn.', example: { kind: 'rewind', turn: 2, sameLuck: true } },
  postNote: {
    does: 'A note to some powers or to all.',
    example: { kind: 'postNote', to: 'all', text: 'Ten minutes left.' },
  },
  seat: {
    does: 'Gives a seat to a bot, to nobody, or back to its people.',
    example: { kind: 'seat', power: 'TUR', sitter: { by: 'bot', bot: 'negotiator', level: 'easy' } },
  },
};

/** One of each verb. */
export const ORDERS: { readonly [V in Verb]: Extract<Order, { readonly verb: V }> } = {
  court: { verb: 'court', host: 'GEO', area: 'transit' },
  squeeze: {
    verb: 'squeeze',
    host: 'ARM',
    area: 'energy',
    demand: { kind: 'welcome', area: 'energy', supplier: 'RUS', open: true },
  },
  harden: { verb: 'harden', area: 'energy' },
  setGate: { verb: 'setGate', gate: 'margara', status: 'open' },
  postGuard: { verb: 'postGuard', gate: 'margara', guard: ['ARM', 'EUR'] },
  mediate: { verb: 'mediate', front: 'tavush' },
  monitor: { verb: 'monitor', front: 'tavush' },
  recognise: { verb: 'recognise', what: 'AZE' },
  sanction: { verb: 'sanction', host: 'IRN' },
  lift: { verb: 'lift', measure: 'section-907' },
  denounce: { verb: 'denounce', agreement: 'ARM-IRN#1', clause: 'c1' },
  sponsor: { verb: 'sponsor', project: 'metsamor-new' },
  award: { verb: 'award', project: 'metsamor-new', sponsor: 'USA' },
  spy: { verb: 'spy', host: 'RUS' },
  destabilise: { verb: 'destabilise', host: 'ARM' },
  coup: { verb: 'coup', host: 'ARM' },
  sabotage: { verb: 'sabotage', host: 'ARM', project: 'metsamor-new' },
  blockade: { verb: 'blockade', host: 'GEO', gate: 'kazbegi' },
  mobilise: { verb: 'mobilise' },
  standDown: { verb: 'standDown' },
  deter: { verb: 'deter', host: 'ARM' },
  probe: { verb: 'probe', host: 'AZE', front: 'tavush' },
  operate: { verb: 'operate', host: 'ARM', front: 'tavush', prize: 'berkaber-heights' },
};

/** One of each kind of promise. */
export const PROMISES: { readonly [K in ClauseTerms['kind']]: Extract<ClauseTerms, { readonly kind: K }> } = {
  do: { kind: 'do', order: { verb: 'recognise', what: 'AZE' } },
  refrain: { kind: 'refrain', order: { verb: 'force', host: 'ARM' } },
  pay: { kind: 'pay', amount: 2, each: true },
  welcome: { kind: 'welcome', area: 'trade', supplier: 'EUR', open: true },
  gate: { kind: 'gate', gate: 'margara', status: 'open' },
  host: { kind: 'host', site: 'borderPost', operator: 'outsiders', hosted: false },
  supply: { kind: 'supply', area: 'energy', price: 1 },
  guarantee: { kind: 'guarantee', against: ['AZE', 'TUR'] },
  recognise: { kind: 'recognise', what: 'AZE' },
  member: { kind: 'member', institution: 'csto', standing: 'left' },
  disclose: { kind: 'disclose', agreement: 'ARM-IRN#1' },
};
