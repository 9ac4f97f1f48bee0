import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { type ChannelKey, channelKey, type PowerId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { Message, PressMode } from '../../../shared/model/state.ts';

export type Channel = {
  readonly key: ChannelKey;
  readonly members: readonly PowerId[];
  readonly messages: readonly Message[];
  readonly unread: number;
  readonly isPublic: boolean;
};

export const publicChannel = (scenario: Scenario): ChannelKey => channelKey(indexOf(scenario).powers);

const unreadOf = (messages: readonly Message[], read: number, quiet: readonly (PowerId | null)[]): number =>
  messages.slice(read).filter(({ by }) => !quiet.includes(by)).length;

/**
 * Channels that a viewer sees: the public one, those with messages, and those it has opened itself;
 * the public one first, then the latest word first.
 */
export const channelsOf = (
  scenario: Scenario,
  view: Pick<SeatView, 'messages'>,
  me: PowerId | null,
  read: { readonly [key: ChannelKey]: number },
  opened: readonly ChannelKey[],
  muted: readonly PowerId[] = [],
): readonly Channel[] => {
  const everybody = publicChannel(scenario);
  const byKey = new Map<ChannelKey, Message[]>([[everybody, []]]);
  for (const key of opened) if (isChannel(scenario, key, me)) byKey.set(key, []);
  for (const message of view.messages) byKey.set(message.channel, [...(byKey.get(message.channel) ?? []), message]);
  const channels = [...byKey].map(([key, messages]) => ({
    key,
    members: key.split('-'),
    messages,
    unread: unreadOf(messages, read[key] ?? 0, [me, ...muted]),
    isPublic: key === everybody,
  }));
  return channels.sort(
    (a, b) =>
      Number(b.isPublic) - Number(a.isPublic) ||
      (b.messages.at(-1)?.at ?? Infinity) - (a.messages.at(-1)?.at ?? Infinity) ||
      (a.key < b.key ? -1 : 1),
  );
};

const isChannel = (scenario: Scenario, key: ChannelKey, me: PowerId | null): boolean => {
  const members = key.split('-');
  return (
    members.length > 1 &&
    me !== null &&
    members.includes(me) &&
    members.every((member) => indexOf(scenario).isPower.has(member))
  );
};

export const unreadCount = (channels: readonly Channel[]): number =>
  channels.reduce((sum, channel) => sum + channel.unread, 0);

/** May words be written there at all in this match? */
export const pressAllows = (press: PressMode, isPublic: boolean): boolean =>
  press === 'full' || (press === 'public' && isPublic);
