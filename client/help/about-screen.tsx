import { useTitle } from '../ui/use-title.ts';
import './help.css';
import { type HelpKey, h } from './help-text.ts';
import { Section } from './prose.tsx';

const LINES: readonly HelpKey[] = ['about.1', 'about.2', 'about.3', 'about.4', 'about.5'];

/** What the map claims, which is nothing. */
export const AboutScreen = () => {
  useTitle(h('about.title'));
  return (
    <div className="page">
      <article className="prose help">
        <h1>{h('about.title')}</h1>
        {LINES.map((line) => (
          <p key={line}>{h(line)}</p>
        ))}
        <Section as="text" title="about.data.title" lines={['about.data']} />
      </article>
    </div>
  );
};
