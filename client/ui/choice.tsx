import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import type { Option } from './select.tsx';

type ChoiceProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** notes beside each option, not only of the chosen one */ readonly notes?: 'chosen' | 'all';
};

/** One of a few, all in sight. */
export const Choice = <Id extends string>({ label, options, value, onChange, notes = 'chosen' }: ChoiceProps<Id>) => {
  const note = options.find((option) => option.id === value)?.note;
  return (
    <RadioGroup className="field" value={value} onChange={(id) => onChange(id as Id)} orientation="horizontal">
      <Label className="field-label">{label}</Label>
      <div className="choice">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice-item">
            <span>{option.label}</span>
            {notes === 'all' && option.note !== undefined ? <span className="small soft">{option.note}</span> : null}
          </Radio>
        ))}
      </div>
      {notes === 'chosen' && note !== undefined ? (
        <Text slot="description" className="field-note">
          {note}
        </Text>
      ) : null}
    </RadioGroup>
  );
};
