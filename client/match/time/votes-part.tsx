import { useScenario } from '../../panels/panel-hooks.ts';
import { VoteButton } from '../../panels/turn/vote-button.tsx';
import { useMotionText, useVotes } from '../../panels/turn/votes.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';

/** What the table decides together about its clock. */
export const VotesPart = () => {
  const scenario = useScenario();
  const { votes, asked, mayVote } = useVotes();
  const motionText = useMotionText();
  if (votes.length === 0) return null;
  return (
    <section className="panel-part" aria-labelledby="time-votes">
      <h3 id="time-votes">{t('vote.title')}</h3>
      <p className="small soft">{t('vote.lead', { n: asked })}</p>
      <ul className="plain-list stack">
        {votes.map((vote) => {
          const counts = { have: vote.agreed.length, need: vote.need };
          const powers = vote.agreed.map((power) => actorName(scenario, power)).join(', ');
          return (
            <li key={vote.on} className="row time-vote">
              <span>
                <strong>{motionText(vote.on)}</strong>
                <br />
                <span className="small soft">
                  {vote.agreed.length === 0 ? t('vote.count', counts) : t('vote.who', { powers, ...counts })}
                </span>
              </span>
              {mayVote ? <VoteButton vote={vote} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
