import { useState } from 'react';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useSend } from '../panel-hooks.ts';
import { useMotionText, type Vote } from './votes.ts';

/** Agrees, or takes that back. */
export const VoteButton = ({ vote }: { readonly vote: Vote }) => {
  const send = useSend();
  const motionText = useMotionText();
  const [busy, setBusy] = useState(false);
  const cast = async (): Promise<void> => {
    setBusy(true);
    const sent = await send({ kind: 'vote', on: vote.on, agree: !vote.mine });
    setBusy(false);
    if (!sent.ok) toast(sent.text, 'bad');
  };
  const key = vote.mine ? 'vote.no' : 'vote.yes';
  return (
    <Button
      size="s"
      isPending={busy}
      aria-label={t(`${key}.of`, { what: motionText(vote.on) })}
      onPress={() => void cast()}
    >
      {t(key)}
    </Button>
  );
};
