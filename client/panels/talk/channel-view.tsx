import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PowerId } from '../../../shared/model/ids.ts';
import type { Message } from '../../../shared/model/state.ts';
import { LIMITS } from '../../../shared/protocol/input-schema.ts';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { formatDate } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { actorName, actorNames, quarterName } from '../../text/names.ts';
import { saidText } from '../../text/said-text.ts';
import { Button } from '../../ui/button.tsx';
import { PowerCode } from '../../ui/power-mark.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMe, useScenario, useSend, useTable, useView } from '../panel-hooks.ts';
import { type Channel, pressAllows } from './channels.ts';
import { Readers } from './readers.tsx';

/** What was said in one channel, and a place to answer. */
export const ChannelView = ({ channel, onBack }: { readonly channel: Channel; readonly onBack: () => void }) => {
  const scenario = useScenario();
  const me = useMe();
  const { markRead } = useIntents();
  const end = useRef<HTMLDivElement>(null);
  const count = channel.messages.length;
  useEffect(() => {
    markRead(channel.key, count);
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [channel.key, count, markRead]);
  const title = channel.isPublic
    ? t('talk.public')
    : actorNames(
        scenario,
        channel.members.filter((member) => member !== me),
      );
  return (
    <section className="panel-body talk" aria-labelledby="channel-title">
      <div className="talk-head">
        <Button kind="quiet" size="s" onPress={onBack}>
          <span aria-hidden="true">←</span> {t('talk.all')}
        </Button>
        <h2 id="channel-title">{title}</h2>
      </div>
      <p className="small soft">
        {t('readers', { who: channel.isPublic ? t('readers.all') : actorNames(scenario, channel.members) })}{' '}
        <Readers ofAll={channel.isPublic} />
      </p>
      <ol className="panel-list talk-messages" role="log" aria-label={t('talk.log')}>
        {channel.messages.map((message, index) => (
          <li key={message.id} className="talk-message" data-mine={message.by === me || undefined}>
            {index === 0 || channel.messages[index - 1]?.turn !== message.turn ? (
              <p className="talk-turn small soft">{quarterName(scenario, message.turn)}</p>
            ) : null}
            <p className="talk-by small">
              <PowerCode power={message.by} /> <span className="soft">{actorName(scenario, message.by)}</span>
              <time className="soft push" dateTime={new Date(message.at).toISOString()}>
                {formatDate(message.at)}
              </time>
            </p>
            <Words message={message} me={me} />
          </li>
        ))}
      </ol>
      <div ref={end} />
      <Composer channel={channel} />
    </section>
  );
};

/** What was said; of somebody who is muted only that something was, until it is unfolded. */
const Words = ({ message, me }: { readonly message: Message; readonly me: PowerId | null }) => {
  const muted = useMatch((state) => state.muted);
  const { report } = useIntents();
  const scenario = useScenario();
  const { by, id, text } = message;
  const said = (
    <>
      <p className="talk-text">{saidText(text)}</p>
      {by === me || report === null ? null : (
        <Button
          kind="quiet"
          size="s"
          aria-label={t('talk.report.of', { power: actorName(scenario, by) })}
          onPress={() => report({ power: by, message: { id, text } })}
        >
          {t('talk.report')}
        </Button>
      )}
    </>
  );
  if (!muted.includes(by)) return said;
  return (
    <details className="talk-folded">
      <summary className="small soft">{t('talk.folded')}</summary>
      {said}
    </details>
  );
};

const Composer = ({ channel }: { readonly channel: Channel }) => {
  const me = useMe();
  const { settings, table } = useView();
  const { mayTalk } = useTable();
  const { draftText, send: sender } = useIntents();
  const replaying = sender === null;
  const send = useSend();
  const text = useMatch((state) => state.drafts.texts[channel.key]) ?? '';
  const latest = useRef(text);
  latest.current = text;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (replaying) return null;
  if (me === null || !pressAllows(settings.press, channel.isPublic))
    return <p className="panel-empty">{me === null ? t('talk.watching') : t(`press.${settings.press}`)}</p>;
  const say = async (): Promise<void> => {
    if (text.trim() === '' || busy || !mayTalk) return;
    setBusy(true);
    const sent = await send({ kind: 'say', to: channel.members.filter((member) => member !== me), text });
    setBusy(false);
    setProblem(sent.ok ? null : sent.text);
    // what was typed since stays
    if (sent.ok && latest.current === text) draftText(channel.key, '');
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void say();
  };
  return (
    <form className="talk-composer" onKeyDown={keys} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('talk.write')}
        rows={3}
        value={text}
        onChange={(next) => draftText(channel.key, next)}
        maxLength={LIMITS.text}
        error={problem}
        note={mayTalk ? t('talk.keys') : t(table.phase === 'orders' ? 'talk.doors' : 'talk.closed')}
      />
      <Button kind="primary" isPending={busy} isDisabled={!mayTalk || text.trim() === ''} onPress={() => void say()}>
        {t('talk.send')}
      </Button>
    </form>
  );
};
