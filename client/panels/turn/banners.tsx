import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, quarterName } from '../../text/names.ts';
import { Notice } from '../../ui/badge.tsx';
import { useScenario, useView } from '../panel-hooks.ts';
import { VoteButton } from './vote-button.tsx';
import { useVotes } from './votes.ts';

/** What stands over everything else: a stopped clock, a lost line, a note of the facilitator, votes to end. */
export const Banners = () => {
  const { settings } = useView();
  const scenario = useScenario();
  const { table, notes, board } = useView();
  const problem = useMatch((state) => state.problem);
  const link = useMatch((state) => state.link);
  const note = notes.findLast((one) => one.turn === board.turn);
  const ending = Object.entries(table.seats)
    .filter(([, seat]) => seat.agreesToEnd)
    .map(([power]) => actorName(scenario, power));
  return (
    <div className="banners" aria-live="polite">
      {problem === null || link === 'closed' ? null : <Notice tone="bad">{problem.text}</Notice>}
      {table.paused === null || !settings.facilitated ? null : <Notice tone="warn">{t('banner.paused')}</Notice>}
      {note === undefined ? null : (
        <Notice tone="note">
          {t('banner.note', { quarter: quarterName(scenario, note.turn) })} {note.text}
        </Notice>
      )}
      {ending.length === 0 || table.phase === 'ended' ? null : (
        <Notice tone="note">{t('banner.ending', { powers: ending.join(', ') })}</Notice>
      )}
      <OpenVotes />
    </div>
  );
};

/** Votes that are open; while the clock stands, the one that starts it again. */
const OpenVotes = () => {
  const scenario = useScenario();
  const { table } = useView();
  const { votes, mayVote } = useVotes();
  const stands = table.paused !== null;
  return votes
    .filter(({ agreed }) => agreed.length > 0 || stands)
    .map((vote) => {
      const counts = { have: vote.agreed.length, need: vote.need };
      const powers = vote.agreed.map((power) => actorName(scenario, power)).join(', ');
      return (
        <Notice key={vote.on} tone={stands ? 'warn' : 'note'}>
          {t(vote.on === 'resume' ? 'banner.paused.vote' : `banner.vote.${vote.on}`)}{' '}
          {vote.agreed.length === 0 ? t('vote.count', counts) : t('vote.who', { powers, ...counts })}{' '}
          {mayVote ? <VoteButton vote={vote} /> : null}
        </Notice>
      );
    });
};
