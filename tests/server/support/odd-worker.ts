import type { BotTask } from '../../../server/workers/bot-worker.ts';
import { receiveView } from '../../../server/workers/sent-view.ts';
import type { PowerInput } from '../../../shared/model/input.ts';

const say = (text: string): readonly PowerInput[] => [{ kind: 'say', to: ['NOR', 'SUD', 'OST'], text }];

/** A worker that does what the luck of its bot says: fail, end, hang, take its time, or tell what it was asked. */
export const think = async ({ view, choice, luck, scenario }: BotTask): Promise<readonly PowerInput[]> => {
  const [way] = luck.match.split('/');
  if (way === 'throw') throw new Error('no idea');
  if (way === 'exit') process.exit(3);
  if (way === 'hang') for (;;);
  const slow = /^slow(\d+)$/.exec(way ?? '');
  if (slow !== null) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(slow[1]));
  const seen = receiveView(view);
  return say(`${luck.match} ${scenario} ${choice.level ?? '-'} ${seen.viewer} ${seen.messages.length}`);
};
