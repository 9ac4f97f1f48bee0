import type { ReactNode } from 'react';
import type { Effect } from '../../../shared/model/effect.ts';
import { useIntents } from '../../store/match-store.ts';
import { effectSentence } from '../../text/effect-sentence.ts';
import { actorName } from '../../text/names.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { custom } from '../board/supplier-colour.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Sources } from '../sources.tsx';

/** A country by name, one press from its dossier. */
export const ActorLink = ({ actor }: { readonly actor: string }) => {
  const scenario = useScenario();
  const { select } = useIntents();
  return (
    <button type="button" className="link-button" onClick={() => select({ kind: 'country', id: actor })}>
      {actorName(scenario, actor)}
    </button>
  );
};

export const ActorLinks = ({ actors }: { readonly actors: readonly string[] }) =>
  actors.map((actor, i) => (
    <span key={actor}>
      {i === 0 ? '' : ' · '}
      <ActorLink actor={actor} />
    </span>
  ));

export const Pips = ({ value, of }: { readonly value: number; readonly of: number }) => (
  <span className="pips figures">
    <b>{value}</b> <span className="soft">/ {of}</span>
    <span className="pip-bar" aria-hidden="true">
      <span style={custom({ '--done': `${(100 * value) / of}%` })} />
    </span>
  </span>
);

/** Where the scenario has it from. */
export const Source = ({
  note,
  source,
}: {
  readonly note?: string | undefined;
  readonly source?: string | undefined;
}) => (
  <div>
    {note === undefined || note === '' ? null : <p className="small soft sourced">{note}</p>}
    {source === undefined ? null : <Sources named={source} />}
  </div>
);

export const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="panel-part">
    <h3>{title}</h3>
    {children}
  </div>
);

/** What primitives do, one line each. */
export const Effects = ({ title, effects }: { readonly title: string; readonly effects: readonly Effect[] }) => {
  const scenario = useScenario();
  const view = useView();
  if (effects.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="effects">
        {effects.map((effect) => {
          const told = sentenceCase(effectSentence(effect, scenario, view));
          return <li key={told}>{told}</li>;
        })}
      </ul>
    </Part>
  );
};
