import { useState } from 'react';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useMe, useView } from '../panel-hooks.ts';
import { AgreementCard } from './agreement-card.tsx';
import { DraftDesk } from './draft-desk.tsx';
import { ProposalsList } from './proposals-list.tsx';
import './treaty.css';

type Desk = 'proposals' | 'agreements' | 'draft';

/** Proposals, agreements and the draft in the making. */
export const TreatyDesk = () => {
  const me = useMe();
  const { proposals } = useView();
  const draft = useMatch((state) => state.drafts.proposal);
  const { send } = useIntents();
  const open = proposals.filter((one) => one.status === 'open').length;
  const [desk, setDesk] = useState<Desk>(open > 0 ? 'proposals' : draft !== null ? 'draft' : 'agreements');
  /** The answer stands at the top of the list, where the desk had been left further down. */
  const toAnswers = (): void => {
    setDesk('proposals');
    requestAnimationFrame(() => document.getElementById('treaty-title')?.scrollIntoView({ block: 'end' }));
  };
  const tabs = [
    {
      id: 'proposals',
      label: t('desk.proposals', { n: open }),
      content: <ProposalsList onCounter={() => setDesk('draft')} />,
    },
    { id: 'agreements', label: t('desk.agreements'), content: <AgreementsList /> },
    ...(me === null || send === null
      ? []
      : [
          {
            id: 'draft',
            label: t(draft === null ? 'desk.draft' : 'desk.draft.kept'),
            content: <DraftDesk onProposed={toAnswers} />,
          },
        ]),
  ];
  return (
    <section className="panel-body treaty" aria-labelledby="treaty-title">
      <h2 id="treaty-title">{t('treaty.title')}</h2>
      <Tabs label={t('treaty.title')} tabs={tabs} selected={desk} onSelect={(id) => setDesk(id as Desk)} />
    </section>
  );
};

type Filter = 'mine' | 'others' | 'past';

const AgreementsList = () => {
  const me = useMe();
  const { agreements } = useView();
  const [filter, setFilter] = useState<Filter>(me === null ? 'others' : 'mine');
  const shown = agreements.filter((one) => {
    const lives = one.status === 'inForce' || one.status === 'suspended';
    if (!lives) return filter === 'past';
    return filter === (me !== null && one.parties.includes(me) ? 'mine' : 'others');
  });
  const options = (['mine', 'others', 'past'] as const)
    .filter((id) => me !== null || id !== 'mine')
    .map((id) => ({ id, label: t(`agreements.${id}`) }));
  return (
    <div className="panel-part">
      <Choice label={t('agreements.filter')} options={options} value={filter} onChange={setFilter} />
      {shown.length === 0 ? <p className="panel-empty">{t('agreements.none')}</p> : null}
      {shown.toReversed().map((agreement) => (
        <AgreementCard key={agreement.id} agreement={agreement} />
      ))}
    </div>
  );
};
