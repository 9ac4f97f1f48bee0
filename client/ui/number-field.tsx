import { NumberField as AriaNumberField, Button, Group, Input, Label, Text } from 'react-aria-components';

type NumberFieldProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly note?: string;
};

/** A small whole number, by typing or by two buttons. */
export const NumberField = ({ label, value, onChange, least, most, note }: NumberFieldProps) => (
  <AriaNumberField
    className="field"
    value={value}
    minValue={least}
    maxValue={most}
    onChange={(next) => onChange(Number.isNaN(next) ? least : next)}
  >
    <Label className="field-label">{label}</Label>
    <Group className="number-group">
      <Button slot="decrement" className="button button-plain">
        −
      </Button>
      <Input className="input number-input" />
      <Button slot="increment" className="button button-plain">
        +
      </Button>
    </Group>
    {note === undefined ? null : (
      <Text slot="description" className="field-note">
        {note}
      </Text>
    )}
  </AriaNumberField>
);
