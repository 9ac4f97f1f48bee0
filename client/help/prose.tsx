import { type HelpKey, h } from './help-text.ts';

type SectionProps = {
  readonly title: HelpKey;
  readonly lines: readonly HelpKey[];
  readonly as?: 'steps' | 'points' | 'text';
};

/** A heading and its lines: as paragraphs, as points, or as steps to take in order. */
export const Section = ({ title, lines, as = 'points' }: SectionProps) => (
  <section>
    <h2>{h(title)}</h2>
    {as === 'text' ? lines.map((line) => <p key={line}>{h(line)}</p>) : null}
    {as === 'points' ? (
      <ul>
        {lines.map((line) => (
          <li key={line}>{h(line)}</li>
        ))}
      </ul>
    ) : null}
    {as === 'steps' ? (
      <ol>
        {lines.map((line) => (
          <li key={line}>{h(line)}</li>
        ))}
      </ol>
    ) : null}
  </section>
);
