import { useState } from 'react';
import { useScenario, useView } from '../panels/panel-hooks.ts';
import { useIntents, useMatch } from '../store/match-store.ts';
import { ClaimDialog } from '../table/claim-dialog.tsx';
import { t } from '../text/match-text.ts';
import { actorName } from '../text/names.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

/** Seats of this match that wait for somebody: said to all, offered to who has none. */
export const ClaimBanner = () => {
  const scenario = useScenario();
  const { table, viewer } = useView();
  const { select } = useIntents();
  const match = useMatch((state) => state.welcome?.match ?? null);
  const [isOpen, setOpen] = useState(false);
  const open = Object.entries(table.seats).flatMap(([power, { sitter }]) =>
    sitter.by === 'bot' && sitter.open === true ? [power] : [],
  );
  if (match === null || open.length === 0 || table.phase === 'ended') return null;
  const powers = open.map((power) => actorName(scenario, power)).join(', ');
  return (
    <div className="banners">
      <Notice tone="note">
        {t('claim.banner', { n: open.length, powers })}{' '}
        {viewer === 'public' ? (
          <Button size="s" onPress={() => setOpen(true)}>
            {t('claim.title')}
          </Button>
        ) : null}
      </Notice>
      {isOpen ? (
        <ClaimDialog match={match} powers={open} onClose={() => setOpen(false)} onClaimed={() => select(null)} />
      ) : null}
    </div>
  );
};
