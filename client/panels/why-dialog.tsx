import { useIntents, useMatch } from '../store/match-store.ts';
import { causeChain, eventsById } from '../text/cause-sentence.ts';
import { t } from '../text/match-text.ts';
import { sentence } from '../text/sentence.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { custom } from './board/supplier-colour.ts';
import { subjectsOf } from './event-refs.ts';
import { useScenario, useStage, useView } from './panel-hooks.ts';

/** Back from an event to the order, clause, card, act or rule that began it. */
export const WhyDialog = () => {
  const asked = useMatch((state) => state.asked);
  const scenario = useScenario();
  const view = useView();
  const { ask } = useIntents();
  const { show } = useStage();
  const event = asked === null ? undefined : eventsById(view.events).get(asked);
  const subject = event === undefined ? undefined : subjectsOf(event, scenario)[0];
  const close = (): void => ask(null);
  return (
    <Dialog
      title={t('why.title')}
      isOpen={event !== undefined}
      onClose={close}
      foot={
        <>
          {subject === undefined ? null : (
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
      }
    >
      {event === undefined ? null : (
        <>
          <p className="why-what">{sentence(event, scenario, view)}</p>
          <ol className="why-chain plain-list">
            {causeChain(event, scenario, view).map((link) => (
              <li
                key={`${link.event?.id ?? ''}${link.text}`}
                className="why-link"
                data-root={link.event === null || undefined}
                style={custom({ '--depth': Math.min(link.depth, 6) })}
              >
                <span className="soft small">{link.event === null ? t('why.root') : t('why.because')}</span>
                <span>{link.text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Dialog>
  );
};
