import { hrefOf } from '../app/route.ts';
import { t } from '../text/text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useTitle } from '../ui/use-title.ts';
import './help.css';
import { h } from './help-text.ts';
import { Section } from './prose.tsx';

/** The rules in a page: enough for a first match. */
export const HelpScreen = () => {
  useTitle(h('help.title'));
  return (
    <div className="page">
      <article className="prose help">
        <h1>{h('help.title')}</h1>
        <p className="lead">{h('help.lead')}</p>
        <Section
          as="steps"
          title="help.first.title"
          lines={['help.first.1', 'help.first.2', 'help.first.3', 'help.first.4']}
        />
        <Section as="text" title="help.board.title" lines={['help.board.1', 'help.board.2', 'help.board.3']} />
        <Section
          as="steps"
          title="help.turn.title"
          lines={['help.turn.1', 'help.turn.2', 'help.turn.3', 'help.turn.4']}
        />
        <Section
          title="help.verbs.title"
          lines={[
            'help.verbs.court',
            'help.verbs.squeeze',
            'help.verbs.harden',
            'help.verbs.doors',
            'help.verbs.gates',
            'help.verbs.diplomacy',
            'help.verbs.projects',
            'help.verbs.covert',
            'help.verbs.force',
            'help.verbs.absence',
            'help.verbs.expert',
          ]}
        />
        <Section
          as="text"
          title="help.agree.title"
          lines={['help.agree.1', 'help.agree.2', 'help.agree.3', 'help.agree.4']}
        />
        <Section title="help.bots.title" lines={['help.bots.1', 'help.bots.2', 'help.bots.3', 'help.bots.4']} />
        <Section as="text" title="help.score.title" lines={['help.score.1', 'help.score.2', 'help.score.3']} />
        <Section as="text" title="help.people.title" lines={['help.people.1', 'help.people.2', 'help.people.3']} />
        <Section as="text" title="help.letters.title" lines={['help.letters.1', 'help.letters.2', 'help.letters.3']} />
        <p>
          <ButtonLink kind="primary" href={hrefOf({ kind: 'home' })}>
            {t('home.play')}
          </ButtonLink>
        </p>
      </article>
    </div>
  );
};
