import { useState } from 'react';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { type ChannelKey, channelKey, type PowerId } from '../../../shared/model/ids.ts';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { useMe, useScenario } from '../panel-hooks.ts';
import { PowerPicks } from '../power-picks.tsx';

/** A channel is a set of powers. */
export const NewChannel = ({
  onOpen,
  onCancel,
}: {
  readonly onOpen: (key: ChannelKey) => void;
  readonly onCancel: () => void;
}) => {
  const scenario = useScenario();
  const me = useMe();
  const [picked, setPicked] = useState<readonly PowerId[]>([]);
  if (me === null) return null;
  return (
    <div className="panel-card">
      <PowerPicks
        label={t('talk.with')}
        powers={indexOf(scenario).powers.filter((power) => power !== me)}
        picked={picked}
        onChange={setPicked}
      />
      <div className="row">
        <Button kind="primary" isDisabled={picked.length === 0} onPress={() => onOpen(channelKey([me, ...picked]))}>
          {t('talk.open')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
};
