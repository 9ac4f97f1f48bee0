import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { ActorId } from '../../shared/model/ids.ts';
import { actorName } from '../text/names.ts';
import { PowerEmblem } from '../ui/power-mark.tsx';
import { useScenario } from './panel-hooks.ts';

type PicksProps = {
  readonly label: string;
  readonly powers: readonly ActorId[];
  readonly picked: readonly ActorId[];
  readonly onChange: (picked: readonly ActorId[]) => void;
};

/** Some of several powers. */
export const PowerPicks = ({ label, powers, picked, onChange }: PicksProps) => {
  const scenario = useScenario();
  return (
    <CheckboxGroup className="field power-picks" value={[...picked]} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <div className="choice">
        {powers.map((power) => (
          <Checkbox key={power} value={power} className="choice-item power-pick">
            {({ isSelected }) => (
              <>
                <span aria-hidden="true" className="power-tick">
                  {isSelected ? '☑' : '☐'}
                </span>
                <PowerEmblem power={power} size="s" />
                <span>{actorName(scenario, power)}</span>
              </>
            )}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
};
