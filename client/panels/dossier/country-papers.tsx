import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { useIntents } from '../../store/match-store.ts';
import { effectSentence } from '../../text/effect-sentence.ts';
import { t } from '../../text/match-text.ts';
import { actorName, agreementTitle, frontName, quarterName } from '../../text/names.ts';
import { doorChanges } from '../../text/sentence-parts.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Sources } from '../sources.tsx';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { Part } from './dossier-parts.tsx';

const CLOSED = { welcomes: [], bar: null };
export const DoorsNow = ({ host }: { readonly host: string }) => {
  const scenario = useScenario();
  const doors = useView().board.doors[host];
  if (doors === undefined || (doors.welcomes.length === 0 && doors.bar === null)) return null;
  return (
    <Part title={t('dossier.doors')}>
      <p>
        <Figure of={figureKey('doors', host)}>{doorChanges(scenario, CLOSED, doors)}</Figure>
      </p>
    </Part>
  );
};

export const Grievances = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const { grievances, board } = useView();
  const shown = grievances.filter(
    (one) => (one.holder === country || one.against === country) && one.until >= board.turn,
  );
  if (shown.length === 0) return null;
  return (
    <Part title={t('dossier.grievances')}>
      <ul className="panel-list">
        {shown.map((one) => (
          <li key={`${one.holder}/${one.against}/${one.open}`}>
            <Figure of={figureKey('grievance', one.holder, one.against)}>
              {t('grievance', {
                holder: actorName(scenario, one.holder),
                against: actorName(scenario, one.against),
                n: one.until - board.turn + 1,
              })}
            </Figure>{' '}
            <span className="soft small">{one.text}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** Votes that come, and governments that went. */
export const Governments = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  if (!indexOf(scenario).isPower.has(country)) return null;
  const votes = scenario.elections.filter((one) => one.power === country);
  return (
    <Part title={t('dossier.elections')}>
      <p>
        <Figure of={figureKey('falls', country)}>{t('dossier.falls', { n: board.falls[country] ?? 0 })}</Figure>
      </p>
      {votes.map((vote) => (
        <div key={`${vote.turn}`} className={vote.turn < board.turn ? 'soft' : ''}>
          {t('dossier.election', { quarter: quarterName(scenario, vote.turn), title: vote.title })}
          <Sources named={vote.source} />
        </div>
      ))}
    </Part>
  );
};

export const Recognitions = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const { recognitions } = useView().board;
  const given = recognitions.filter((one) => one.by === country);
  const held = recognitions.filter((one) => one.what === country);
  const name = (what: string): string =>
    indexOf(scenario).fronts.has(what) ? frontName(scenario, what) : actorName(scenario, what);
  return (
    <>
      {given.length === 0 ? null : (
        <Part title={t('dossier.recognises')}>
          <p>
            {given.map(({ by, what }) => (
              <Figure key={what} of={figureKey('recognition', by, what)}>
                {name(what)}
              </Figure>
            ))}
          </p>
        </Part>
      )}
      {held.length === 0 ? null : (
        <Part title={t('dossier.recognised')}>
          <p>
            {held.map(({ by, what }) => (
              <Figure key={by} of={figureKey('recognition', by, what)}>
                {name(by)}
              </Figure>
            ))}
          </p>
        </Part>
      )}
    </>
  );
};

/** What a country without a player does by itself, and what it signs: everybody may read it. */
export const PublishedPolicy = ({ actor }: { readonly actor: string }) => {
  const scenario = useScenario();
  const view = useView();
  const policy = scenario.policies.find((one) => one.actor === actor);
  if (policy === undefined) return null;
  return (
    <Part title={t('dossier.policy')}>
      <ol className="policy-list">
        {policy.acts.map((act) => (
          <li key={act.id}>
            {act.text}{' '}
            <span className="small soft">
              {act.effects.map((effect) => effectSentence(effect, scenario, view)).join('; ')}
            </span>
            <Sources named={act.source} />
          </li>
        ))}
      </ol>
      <p className="policy-signs">
        <b>{t('dossier.policy.signs')}:</b> {policy.accepts.text}
      </p>
    </Part>
  );
};

/** Agreements and measures that it is a party to. */
export const Papers = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const view = useView();
  const { select } = useIntents();
  const papers = view.agreements.filter(
    (one) => one.parties.includes(country) && (one.status === 'inForce' || one.status === 'suspended'),
  );
  const measures = [...indexOf(scenario).measures.values()].filter(
    (one) => view.board.measures[one.id] === 'stands' && (one.by === country || one.against.includes(country)),
  );
  return (
    <Part title={t('dossier.papers')}>
      {papers.length + measures.length === 0 ? <p className="panel-empty">{t('agreements.none')}</p> : null}
      <ul className="panel-list">
        {papers.map((one) => (
          <li key={one.id} className="place-row">
            <button type="button" className="panel-pick" onClick={() => select({ kind: 'agreement', id: one.id })}>
              {agreementTitle(scenario, view, one)}
            </button>
            <Figure of={figureKey('agreement', one.id)} className="small">
              {t(`agreement.${one.status}`)}
            </Figure>
          </li>
        ))}
        {measures.map((one) => (
          <li key={one.id} className="place-row">
            <button type="button" className="panel-pick" onClick={() => select({ kind: 'measure', id: one.id })}>
              {one.name}
            </button>
            <Figure of={figureKey('measure', one.id)} className="small">
              {t('measure.stands')}
            </Figure>
          </li>
        ))}
      </ul>
    </Part>
  );
};
