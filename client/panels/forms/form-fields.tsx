import type { Field, Form } from '../../../shared/model/fields.ts';
import { type MatchKey, maybe, t } from '../../text/match-text.ts';
import { Choice } from '../../ui/choice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { useScenario, useView } from '../panel-hooks.ts';
import { boundsOf, choicesOf, type FieldChoice } from './field-choices.ts';

/** What has been filled in, by field; a choice by its id. */
export type Values = { readonly [name: string]: string | number };
type Filled = { readonly [name: string]: unknown };

const BOUND_KINDS = ['atLeast', 'atMost'] as const;
type Known = ReadonlyMap<string, readonly FieldChoice[]>;

/** What a form says with these values; null while something is missing. */
export const filled = (form: Form<string>, values: Values, choices: Known): Filled | null => {
  const made: { [name: string]: unknown } = { kind: form.kind };
  for (const { name, shape } of form.fields) {
    if (shape === 'bounds') {
      made[values.bound === 'atMost' ? 'atMost' : 'atLeast'] = Number(values.limit ?? 1);
      continue;
    }
    const list = choices.get(name) ?? [];
    const chosen = list.find((one) => one.id === values[name]) ?? list[0];
    const value = list.length === 0 ? values[name] : chosen?.value;
    if (value === undefined) return null;
    made[name] = value;
  }
  return made;
};

export const useChoices = (form: Form<string>): Known => {
  const scenario = useScenario();
  const view = useView();
  return new Map(form.fields.map((field) => [field.name, choicesOf(field, scenario, view)]));
};

type FormProps = {
  readonly form: Form<string>;
  readonly choices: Known;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
};

/** A form as its declaration says: one question for each field. */
export const FormFields = ({ form, choices, values, onChange }: FormProps) => (
  <div className="panel-two">
    {form.fields.map((field) => (
      <FormField
        key={field.name}
        field={field}
        choices={choices.get(field.name) ?? []}
        values={values}
        onChange={onChange}
      />
    ))}
  </div>
);

const labelOf = (name: string): string => maybe(`facet.${name}`) ?? t(`field.${name}` as MatchKey);

type FieldProps = Omit<FormProps, 'form' | 'choices'> & {
  readonly field: Field;
  readonly choices: readonly FieldChoice[];
};

const FormField = ({ field, choices, values, onChange }: FieldProps) => {
  const put = (name: string, value: string | number): void => onChange({ ...values, [name]: value });
  if (field.shape === 'bounds') {
    return (
      <>
        <Choice
          label={t('field.bound')}
          options={BOUND_KINDS.map((id) => ({ id, label: t(`field.bound.${id}`) }))}
          value={values.bound === 'atMost' ? 'atMost' : 'atLeast'}
          onChange={(id) => put('bound', id)}
        />
        <NumberField
          label={t('field.limit')}
          value={Number(values.limit ?? 1)}
          least={0}
          most={100}
          onChange={(value) => put('limit', value)}
        />
      </>
    );
  }
  const bounds = boundsOf(field);
  if (bounds !== null) {
    return (
      <NumberField
        label={labelOf(field.name)}
        value={Number(values[field.name] ?? bounds[0])}
        least={bounds[0]}
        most={bounds[1]}
        onChange={(value) => put(field.name, value)}
      />
    );
  }
  const chosen = choices.find((one) => one.id === values[field.name]) ?? choices[0];
  return (
    <Select
      label={labelOf(field.name)}
      options={choices.map(({ id, label }) => ({ id, label }))}
      value={chosen?.id ?? null}
      onChange={(id) => put(field.name, id)}
    />
  );
};
