import { parseArgs } from 'node:util';
import { simulate } from '../../shared/analysis/simulate.ts';
import { story } from '../../shared/analysis/story.ts';
import { tell } from '../../shared/analysis/tell.ts';
import { BOT_NAMES, type BotName } from '../../shared/model/input.ts';
import { LENGTHS, type Length } from '../../shared/model/state.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';

const { values } = parseArgs({
  options: {
    matches: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    tell: { type: 'boolean', default: false },
    /** The story of each match with the bots’ motives. */ story: { type: 'boolean', default: false },
    bots: { type: 'string', default: 'random' },
    length: { type: 'string', default: 'short' },
    scenario: { type: 'string', default: 'charter-2025' },
  },
});

const refuse = (text: string): never => {
  console.error(text);
  process.exit(2);
};

const matches = Number(values.matches);
const seed = Number(values.seed);
const scenario = scenarioById(values.scenario);
if (!Number.isInteger(matches) || matches < 1) refuse('--matches wants a whole number of 1 or more.');
if (!Number.isInteger(seed)) refuse('--seed wants a whole number.');
if (scenario === null) refuse(`No scenario is called “${values.scenario}”.`);
if (!(LENGTHS as readonly string[]).includes(values.length)) refuse(`--length is one of ${LENGTHS.join(', ')}.`);
const bots = values.bots === 'mixed' ? BOT_NAMES : BOT_NAMES.filter((name) => name === values.bots);
if (bots.length === 0) refuse(`--bots is one of ${BOT_NAMES.join(', ')}, mixed.`);

if (scenario !== null) {
  const results = [];
  for (let i = 0; i < matches; i += 1) {
    const played = simulate(scenario, {
      seed: `${seed + i}`,
      bots: bots as readonly BotName[],
      length: values.length as Length,
    });
    results.push({
      seed: seed + i,
      digest: played.record.turns.at(-1)?.chain ?? '',
      turns: played.record.turns.map((turn) => turn.state),
      scores: played.record.result?.scores ?? {},
      joint: played.record.result?.joint ?? 0,
    });
    if (values.tell) console.log(tell(scenario, played.record));
    if (values.story) console.log(story(scenario, played));
  }
  if (values.json) console.log(JSON.stringify({ scenario: scenario.id, matches: results }));
  else if (!values.tell && !values.story)
    for (const one of results) console.log(one.seed, one.digest.slice(0, 16), JSON.stringify(one.scores));
}
