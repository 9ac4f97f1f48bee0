import { citedIn } from '../../shared/catalogue/sources.ts';
import { t } from '../text/match-text.ts';
import { useScenario } from './panel-hooks.ts';
import './sources.css';

/** Where something is known from: the short names that the scenario gives, and what they stand for when asked. */
export const Sources = ({ named }: { readonly named: string }) => {
  const cited = citedIn(useScenario(), named);
  if (cited.length === 0) return <p className="small soft sourced">{t('sources', { named })}</p>;
  return (
    <details className="small soft sourced sources">
      <summary>{t('sources', { named: cited.map((source) => source.id).join(', ') })}</summary>
      <ul className="plain-list">
        {cited.map((source) => (
          <li key={source.id}>
            <b>{source.id}</b> {source.text}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The sources that a text names in brackets; nothing if it names none. */
export const SourcesIn = ({ text }: { readonly text: string }) => {
  const named = [...text.matchAll(/\[([^\]]+)\]/gu)].map((match) => match[1] ?? '').join(', ');
  return citedIn(useScenario(), named).length === 0 ? null : <Sources named={named} />;
};
