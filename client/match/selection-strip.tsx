import { titleOfThing } from '../panels/dossier/thing-title.ts';
import { useScenario, useStage, useView } from '../panels/panel-hooks.ts';
import { useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/match-text.ts';
import { Button } from '../ui/button.tsx';

/** What is selected, over the foot of the map. */
export const SelectionStrip = () => {
  const scenario = useScenario();
  const view = useView();
  const selection = useMatch((state) => state.selection);
  const { select } = useIntents();
  const { open } = useStage();
  const title = selection === null ? null : titleOfThing(selection, scenario, view);
  if (title === null) return null;
  return (
    <div className="match-strip">
      <b className="clip">{title}</b>
      <Button size="s" onPress={() => open('dossier')}>
        {t('strip.open')}
      </Button>
      <Button kind="quiet" size="s" aria-label={t('strip.close')} onPress={() => select(null)}>
        <span aria-hidden="true">✕</span>
      </Button>
    </div>
  );
};
