import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';

export type Option<Id extends string> = { readonly id: Id; readonly label: string; readonly note?: string };
type SelectProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
};

/** One of many, in a list that opens. For up to four short options prefer `Choice`. */
export const Select = <Id extends string>(props: SelectProps<Id>) => (
  <AriaSelect
    className="field"
    isDisabled={props.isDisabled ?? false}
    placeholder={props.placeholder ?? '—'}
    value={props.value}
    onChange={(key) => props.onChange(key as Id)}
  >
    <Label className={props.hideLabel === true ? 'hidden-text' : 'field-label'}>{props.label}</Label>
    <Button className="select-button">
      <SelectValue className="clip select-value" />
      <span aria-hidden="true">▾</span>
    </Button>
    <Popover className="popover select-popover">
      <ListBox className="select-list" items={props.options}>
        {(option) => (
          <ListBoxItem className="select-item" id={option.id} textValue={option.label}>
            <Text slot="label">{option.label}</Text>
            {option.note === undefined ? null : (
              <Text slot="description" className="small soft">
                {option.note}
              </Text>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
);
