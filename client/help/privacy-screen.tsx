import { hrefOf } from '../app/route.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useTitle } from '../ui/use-title.ts';
import './help.css';
import { h } from './help-text.ts';
import { Section } from './prose.tsx';

/** What is kept, who reads it, and what one can do about it. */
export const PrivacyScreen = () => {
  useTitle(h('privacy.title'));
  return (
    <div className="page">
      <article className="prose help">
        <h1>{h('privacy.title')}</h1>
        <p className="lead">{h('privacy.lead')}</p>
        <Section
          title="privacy.kept.title"
          lines={[
            ...(['privacy.kept.1', 'privacy.kept.2', 'privacy.kept.mark'] as const),
            ...(['privacy.kept.mail', 'privacy.kept.4', 'privacy.kept.3'] as const),
          ]}
        />
        <Section title="privacy.read.title" lines={['privacy.read.1', 'privacy.read.2', 'privacy.read.3']} />
        <Section title="privacy.long.title" lines={['privacy.long.1', 'privacy.long.2', 'privacy.long.3']} />
        <Section as="text" title="privacy.class.title" lines={['privacy.class.1']} />
        <Section
          title="privacy.rights.title"
          lines={['privacy.rights.1', 'privacy.rights.2', 'privacy.rights.3', 'privacy.rights.4']}
        />
        <p>
          <ButtonLink href={hrefOf({ kind: 'mine' })}>{h('privacy.rights.open')}</ButtonLink>
        </p>
      </article>
    </div>
  );
};
