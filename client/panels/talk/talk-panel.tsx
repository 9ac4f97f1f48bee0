import { useState } from 'react';
import type { ChannelKey } from '../../../shared/model/ids.ts';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorNames } from '../../text/names.ts';
import { saidText } from '../../text/said-text.ts';
import { Button } from '../../ui/button.tsx';
import { PowerCode } from '../../ui/power-mark.tsx';
import { useMe, useScenario, useTable, useView } from '../panel-hooks.ts';
import { ChannelView } from './channel-view.tsx';
import { type Channel, channelsOf } from './channels.ts';
import { NewChannel } from './new-channel.tsx';
import { Readers } from './readers.tsx';
import './talk.css';

export const useChannels = (): readonly Channel[] => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const read = useMatch((state) => state.read);
  const muted = useMatch((state) => state.muted);
  const texts = useMatch((state) => state.drafts.texts);
  return channelsOf(scenario, view, me, read, Object.keys(texts), muted);
};

const LastWord = ({ channel }: { readonly channel: Channel }) => {
  const muted = useMatch((state) => state.muted);
  const last = channel.messages.at(-1);
  if (last === undefined) return t('talk.none');
  return muted.includes(last.by) ? t('talk.folded') : saidText(last.text);
};

/** Who talks with whom; one channel at a time. */
export const TalkPanel = () => {
  const scenario = useScenario();
  const { settings } = useView();
  const me = useMe();
  const { mayTalk } = useTable();
  const { draftText, send } = useIntents();
  const selection = useMatch((state) => state.selection);
  const channels = useChannels();
  const [chosen, setChosen] = useState<ChannelKey | null>(selection?.kind === 'channel' ? selection.id : null);
  const [making, setMaking] = useState(false);
  const channel = channels.find((one) => one.key === chosen);
  if (channel !== undefined) return <ChannelView channel={channel} onBack={() => setChosen(null)} />;
  return (
    <section className="panel-body talk" aria-labelledby="talk-title">
      <h2 id="talk-title">{t('talk.title')}</h2>
      <p className="small soft">
        {t(`press.${settings.press}`)} <Readers />
      </p>
      <ul className="panel-list">
        {channels.map((one) => (
          <li key={one.key}>
            <button type="button" className="panel-pick talk-pick" onClick={() => setChosen(one.key)}>
              <span className="talk-members">
                {one.isPublic ? (
                  <b>{t('talk.public')}</b>
                ) : (
                  one.members
                    .filter((member) => member !== me)
                    .map((member) => <PowerCode key={member} power={member} />)
                )}
                {one.isPublic ? null : <span className="hidden-text">{actorNames(scenario, one.members)}</span>}
              </span>
              <span className="clip soft talk-last">
                <LastWord channel={one} />
              </span>
              {one.unread > 0 ? (
                <span className="talk-unread figures">
                  {one.unread}
                  <span className="hidden-text"> {t('talk.unread')}</span>
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      {me === null || send === null || settings.press !== 'full' ? null : making ? (
        <NewChannel
          onCancel={() => setMaking(false)}
          onOpen={(key) => {
            draftText(key, '');
            setMaking(false);
            setChosen(key);
          }}
        />
      ) : (
        <div>
          <Button isDisabled={!mayTalk} onPress={() => setMaking(true)}>
            {t('talk.new')}
          </Button>
        </div>
      )}
    </section>
  );
};
