import { useEffect, useRef, useState } from 'react';
import { useMe, useScenario, useView } from '../panels/panel-hooks.ts';
import { resolvedTurns } from '../panels/told/told.ts';
import { useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { actorName, quarterName } from '../text/names.ts';

type Seen = {
  readonly turn: number;
  readonly phase: string;
  readonly messages: number;
  readonly proposals: number;
  readonly resolved: number;
};

/** Says what changed, once, to who cannot see it change. */
export const Announcer = ({ onResolved }: { readonly onResolved?: () => void }) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const muted = useMatch((state) => state.muted);
  const resolved = resolvedTurns(view.events);
  const now: Seen = {
    turn: view.board.turn,
    phase: view.table.phase,
    messages: view.messages.length,
    proposals: view.proposals.length,
    resolved: resolved.length,
  };
  const before = useRef<Seen | null>(null);
  const told = useRef(onResolved);
  told.current = onResolved;
  const [words, setWords] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = now;
    if (was === null) return;
    const said: string[] = [];
    const lastTurn = resolved.at(-1);
    if (now.resolved > was.resolved && lastTurn !== undefined) {
      said.push(t('say.resolved', { quarter: quarterName(scenario, lastTurn) }));
      told.current?.();
    }
    if (now.turn !== was.turn || now.phase !== was.phase)
      said.push(t('say.phase', { quarter: quarterName(scenario, now.turn), phase: t(`phase.${view.table.phase}`) }));
    const message = view.messages.at(-1);
    const quiet = message === undefined || message.by === me || muted.includes(message.by);
    if (now.messages > was.messages && !quiet) said.push(t('say.message', { power: actorName(scenario, message.by) }));
    const proposal = view.proposals.at(-1);
    if (now.proposals > was.proposals && proposal !== undefined && proposal.by !== me)
      said.push(t('say.proposal', { power: actorName(scenario, proposal.by), title: proposal.draft.title }));
    if (said.length > 0) setWords(said.join(' '));
  });
  return (
    <p className="hidden-text" role="status" aria-live="polite">
      {words}
    </p>
  );
};
