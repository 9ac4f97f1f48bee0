import { useEffect, useMemo, useState } from 'react';
import type { GameEvent } from '../../../shared/model/event.ts';
import { orderKey } from '../../../shared/model/order.ts';
import { type Selection, useIntents, useMatch } from '../../store/match-store.ts';
import { type CauseLink, causeChain, eventsById } from '../../text/cause-sentence.ts';
import { t } from '../../text/match-text.ts';
import { quarterName } from '../../text/names.ts';
import { sentence } from '../../text/sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { custom } from '../board/supplier-colour.ts';
import { EventLine } from '../event-line.tsx';
import { subjectsOf } from '../event-refs.ts';
import { failureOf } from '../orders/mend.ts';
import { MendNote } from '../orders/mend-note.tsx';
import { setOfTurn, viewBefore } from '../orders/view-before.ts';
import { useMe, useScenario, useStage, useView } from '../panel-hooks.ts';
import { SourcesIn } from '../sources.tsx';
import { isFigureKey } from './figure-key.ts';
import type { Story } from './story.ts';
import { storyOf } from './tell-story.ts';
import './why.css';

/** Back from an event to the order, clause, card, act or rule that began it; or how a number came to be. */
export const WhyDialog = () => {
  const asked = useMatch((state) => state.asked);
  const scenario = useScenario();
  const view = useView();
  const story = asked !== null && isFigureKey(asked) ? storyOf(asked, scenario, view) : null;
  const event = asked === null ? undefined : eventsById(view.events).get(asked);
  const subject = story?.thing ?? (event === undefined ? undefined : subjectsOf(event, scenario)[0]) ?? null;
  const { ask } = useIntents();
  const back = useTrail(asked);
  return (
    <Dialog
      title={t('why.title')}
      isOpen={story !== null || event !== undefined}
      onClose={() => ask(null)}
      foot={<Foot subject={subject} back={back} />}
    >
      {story === null ? null : <StoryTold key={asked} story={story} />}
      {event === undefined ? null : <EventTold event={event} />}
    </Dialog>
  );
};

/** What was asked before this, while the dialog stays open; null at its beginning. */
const useTrail = (asked: string | null): string | null => {
  const [trail, setTrail] = useState<readonly string[]>([]);
  useEffect(() => {
    setTrail((now) => {
      if (asked === null) return [];
      if (now.at(-1) === asked) return now;
      return now.at(-2) === asked ? now.slice(0, -1) : [...now, asked];
    });
  }, [asked]);
  return trail.length > 1 ? (trail.at(-2) ?? null) : null;
};

const Foot = ({ subject, back }: { readonly subject: Selection | null; readonly back: string | null }) => {
  const { ask } = useIntents();
  const { show } = useStage();
  const close = (): void => ask(null);
  return (
    <>
      {back === null ? null : (
        <Button kind="quiet" onPress={() => ask(back)}>
          {t('why.back')}
        </Button>
      )}
      {subject === null ? null : (
        <Button
          onPress={() => {
            close();
            show(subject);
          }}
        >
          {t('show.long')}
        </Button>
      )}
      <Button kind="primary" onPress={close}>
        {t('close')}
      </Button>
    </>
  );
};

const EventTold = ({ event }: { readonly event: GameEvent }) => {
  const scenario = useScenario();
  const view = useView();
  return (
    <>
      <p className="why-what">{sentence(event, scenario, view)}</p>
      <EventChain event={event} />
      <OwnFailure key={event.id} event={event} />
    </>
  );
};

/** An order of mine that came to nothing: what would have made it work, on what I knew then. */
const OwnFailure = ({ event }: { readonly event: GameEvent }) => {
  const view = useView();
  const me = useMe();
  const why = failureOf(event);
  const { cause } = event;
  const past = useMemo(() => viewBefore(view, event.turn), [view, event.turn]);
  if (why === null || me === null || cause.kind !== 'order' || cause.power !== me) return null;
  const set = setOfTurn(view, me, event.turn);
  const at = set.orders.findIndex((order) => orderKey(order) === orderKey(cause.order));
  return <MendNote past view={past} set={set} at={at} why={why} />;
};

/** From an event back to where it began. */
const EventChain = ({ event }: { readonly event: GameEvent }) => {
  const scenario = useScenario();
  const view = useView();
  return <Chain links={causeChain(event, scenario, view)} />;
};

const Chain = ({ links, supposed = false }: { readonly links: readonly CauseLink[]; readonly supposed?: boolean }) => (
  <ol className="why-chain plain-list">
    {links.map((link) => (
      <li
        key={`${link.event?.id ?? ''}${link.text}`}
        className="why-link"
        data-root={link.event === null || undefined}
        style={custom({ '--depth': Math.min(link.depth, 6) })}
      >
        <span className="soft small">
          {link.event !== null ? t('why.because') : t(supposed ? 'why.root.supposed' : 'why.root')}
        </span>
        <span>{link.text}</span>
      </li>
    ))}
  </ol>
);

const FEW = 8;

const StoryTold = ({ story }: { readonly story: Story }) => (
  <div className="why-story">
    <p className="why-what">{story.title}</p>
    {story.value === '' ? null : <p className="why-value figures">{story.value}</p>}
    {(story.note ?? '') === '' ? null : <p className="soft">{story.note}</p>}
    {story.parts.length === 0 ? null : <Parts story={story} />}
    {story.fixed === true ? null : <Moves moves={story.moves} />}
    {story.chain === undefined ? null : <Chain links={story.chain} supposed />}
    {story.start === null ? null : (
      <p className="why-link small" data-root>
        {story.start}
      </p>
    )}
    {story.start === null ? null : <SourcesIn text={story.start} />}
  </div>
);

/** The numbers that it is made of, each with its own story. */
const Parts = ({ story }: { readonly story: Story }) => {
  const { ask } = useIntents();
  return (
    <>
      <h3>{t(`figure.parts.${story.partsAre ?? 'sum'}`)}</h3>
      <ul className="why-parts plain-list">
        {story.parts.map((part) => (
          <li key={part.key}>
            <button type="button" className="panel-pick" data-why={part.key} onClick={() => ask(part.key)}>
              <span>{part.label}</span>
              <b className="push figures">{part.value}</b>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

const Moves = ({ moves }: Pick<Story, 'moves'>) => {
  const scenario = useScenario();
  const [latest, ...earlier] = moves;
  return (
    <>
      <h3>{t('figure.moves')}</h3>
      {latest === undefined ? (
        <p>{t('figure.unmoved')}</p>
      ) : (
        <div>
          <EventLine event={latest} quarter={quarterName(scenario, latest.turn)} inDialog />
          <EventChain event={latest} />
        </div>
      )}
      {earlier.length === 0 ? null : (
        <ol className="panel-list">
          {earlier.slice(0, FEW).map((event) => (
            <li key={event.id}>
              <EventLine event={event} quarter={quarterName(scenario, event.turn)} inDialog />
            </li>
          ))}
        </ol>
      )}
      {earlier.length > FEW ? <p className="small soft">{t('figure.older', { n: earlier.length - FEW })}</p> : null}
    </>
  );
};
