import { parseArgs } from 'node:util';
import { BOT_LEVELS, BOT_NAMES, type BotChoice, TEMPERAMENTS } from '../../shared/model/input.ts';
import type { MatchReply } from '../../shared/protocol/http.ts';
import { playSeat } from './bot-play.ts';
import { BotSeat, post, SeatFault } from './bot-seat.ts';

const USAGE = `npm run bot -- --url URL [--code CODE] [--power IRN] [--name NAME] [--quiet]
    [--bot ${BOT_NAMES.join('|')}] [--level ${BOT_LEVELS.join('|')}] [--temperament ${TEMPERAMENTS.join('|')}]

Takes a seat at the table with this code and plays it to the end, from what the seat may know and nothing else; a bot
with your own way of playing begins with shared/bots. Without a code it plays a sprint against the server's bots.`;

/** ms for which a server that does not answer is tried again. */
const PATIENCE = 120_000;

const oneOf = <T extends string>(name: string, known: readonly T[], value: string | undefined): T | undefined => {
  if (value === undefined || (known as readonly string[]).includes(value)) return value as T | undefined;
  throw new SeatFault(`--${name} is one of ${known.join(', ')}.`);
};

const readArguments = () => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: {
        ...{ url: text, code: text, power: text, bot: text, level: text, temperament: text },
        name: text,
        quiet: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new SeatFault(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
};
type Wish = ReturnType<typeof readArguments>;

const choiceOf = (wish: Wish): BotChoice => {
  const level = oneOf('level', BOT_LEVELS, wish.level);
  const temperament = oneOf('temperament', TEMPERAMENTS, wish.temperament);
  return {
    bot: oneOf('bot', BOT_NAMES, wish.bot) ?? 'negotiator',
    ...(level === undefined ? {} : { level }),
    ...(temperament === undefined ? {} : { temperament }),
  };
};

const QUICK = { kind: 'quick', length: 'sprint', pace: 'untimed', press: 'full', bots: { bot: 'negotiator' } };

/** Tried once: a second try might take a second seat. */
const sit = async (url: string, { code, name, power }: Wish): Promise<MatchReply> => {
  const person = {
    name: name ?? (power === undefined ? 'Robot' : `Robot ${power}`),
    ...(power === undefined ? {} : { power }),
  };
  try {
    if (code === undefined) return await post(url, '/matches', { ...person, ...QUICK });
    return await post(url, `/codes/${encodeURIComponent(code)}/join`, person);
  } catch (error) {
    if (error instanceof SeatFault) throw error;
    throw new SeatFault(`The server at ${url} cannot be reached: ${error instanceof Error ? error.message : error}.`);
  }
};

const play = async (): Promise<void> => {
  const wish = readArguments();
  if (wish.url === undefined) throw new SeatFault(USAGE);
  const choice = choiceOf(wish);
  const place = await sit(wish.url, wish);
  if (place.power === null) throw new SeatFault('No seat is free at this table.');
  console.log(`${choice.bot} plays ${place.power} in ${place.match}`);
  const seat = new BotSeat(wish.url, place, PATIENCE);
  const tell = (line: string): void => {
    if (!wish.quiet) console.log(line);
  };
  const { scores } = await playSeat({ seat, choice, secret: place.token, tell });
  for (const [power, { open, full }] of Object.entries(scores.powers))
    console.log(`${power} ${((full ?? open) / 100).toFixed(2)}`);
  console.log(`all together ${(scores.joint / 100).toFixed(2)}`);
  await seat.leave();
};

try {
  await play();
} catch (error) {
  console.error(error instanceof SeatFault ? error.message : error);
  process.exitCode = 1;
}
