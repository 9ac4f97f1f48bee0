import type { HTMLInputTypeAttribute, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly note?: string;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly hideLabel?: boolean;
  readonly capitals?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A line of text, or several with `rows`. An error is said, not only coloured. */
export const TextField = (props: TextFieldProps) => {
  const placeholder = props.placeholder === undefined ? {} : { placeholder: props.placeholder };
  return (
    <AriaTextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={typeof props.error === 'string'}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      type={props.type === 'email' || props.type === 'url' || props.type === 'search' ? props.type : 'text'}
    >
      <Label className={props.hideLabel === true ? 'hidden-text' : 'field-label'}>{props.label}</Label>
      {props.rows === undefined ? (
        <Input
          className="input"
          data-capitals={props.capitals || undefined}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          {...placeholder}
        />
      ) : (
        <TextArea className="input" rows={props.rows} {...placeholder} />
      )}
      {props.note === undefined ? null : (
        <Text slot="description" className="field-note">
          {props.note}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
    </AriaTextField>
  );
};
