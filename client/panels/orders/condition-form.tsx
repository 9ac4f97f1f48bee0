import type { Condition } from '../../../shared/model/effect.ts';
import { CONDITION_FORMS, type Field, type Form } from '../../../shared/model/fields.ts';
import { LIMITS } from '../../../shared/protocol/input-schema.ts';
import { conditionSentence } from '../../text/condition-sentence.ts';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { FieldChoice } from '../forms/field-choices.ts';
import { FormFields, filled, useChoices, type Values } from '../forms/form-fields.tsx';
import { useScenario, useView } from '../panel-hooks.ts';

const TURNS = 'turn';
const QUARTER = 'quarter';
const turnField = (name: string): Field => ({ name, shape: 'turns', optional: false });
/** Turns and quarters have a grammar of their own; whether a secret agreement stands nobody may know. */
const FORMS: readonly Form<string>[] = [
  ...CONDITION_FORMS.filter(({ kind }) => kind !== 'secretDeal'),
  { word: TURNS, kind: TURNS, fields: [turnField('from'), turnField('to')] },
  { word: QUARTER, kind: QUARTER, fields: [{ name: 'in', shape: 'id', optional: false }] },
];
const QUARTERS: readonly FieldChoice[] = [1, 2, 3, 4].map((n) => ({ id: String(n), label: String(n), value: [n] }));
const JOINS = ['all', 'any'] as const;
type Join = (typeof JOINS)[number];

/** What is being filled in, and what has been joined to it. */
export type Asked = {
  readonly kind: string;
  readonly values: Values;
  readonly isNot: boolean;
  readonly join: Join;
  readonly parts: readonly Condition[];
};
export const askedFrom = (turn: number): Asked => ({
  kind: 'gate',
  values: { from: turn, to: turn },
  isNot: false,
  join: 'all',
  parts: [],
});

const wholeOf = ({ join, parts }: Asked, last: Condition): Condition =>
  parts.length === 0 ? last : { kind: join, of: [...parts, last] };

/** One condition that was filled in, turned round if it shall not hold. */
const conditionOf = (made: { readonly [name: string]: unknown } | null, isNot: boolean): Condition | null => {
  if (made === null) return null;
  const { from: first, to } = made;
  const one = (made.kind === TURNS ? { ...made, to: Math.max(Number(first), Number(to)) } : made) as Condition;
  return isNot ? { kind: 'not', of: one } : one;
};

export const useCondition = (asked: Asked) => {
  const form = FORMS.find(({ kind }) => kind === asked.kind) ?? { word: '', kind: asked.kind, fields: [] };
  const declared = useChoices(form);
  const choices = asked.kind === QUARTER ? new Map([['in', QUARTERS]]) : declared;
  const last = conditionOf(filled(form, asked.values, choices), asked.isNot);
  return { form, choices, last, when: last === null ? null : wholeOf(asked, last) };
};

type ConditionProps = { readonly asked: Asked; readonly onChange: (asked: Asked) => void };

/** When a standing order runs: one condition, or several that all hold, or of which one does. */
export const ConditionForm = ({ asked, onChange }: ConditionProps) => {
  const scenario = useScenario();
  const view = useView();
  const { form, choices, last, when } = useCondition(asked);
  return (
    <>
      <Select
        label={t('standing.when')}
        options={FORMS.map(({ kind }) => ({ id: kind, label: t(`conditionkind.${kind as 'gate'}`) }))}
        value={asked.kind}
        onChange={(kind) => onChange({ ...askedFrom(view.board.turn), parts: asked.parts, join: asked.join, kind })}
      />
      <FormFields
        form={form}
        choices={choices}
        values={asked.values}
        onChange={(values) => onChange({ ...asked, values })}
      />
      <Switch isSelected={asked.isNot} onChange={(isNot) => onChange({ ...asked, isNot })}>
        {t('standing.not')}
      </Switch>
      {asked.parts.length === 0 ? null : (
        <Choice
          label={t('standing.join')}
          options={JOINS.map((id) => ({ id, label: t(`standing.join.${id}`) }))}
          value={asked.join}
          onChange={(join) => onChange({ ...asked, join })}
        />
      )}
      <p className="small">{t('standing.if', { condition: conditionSentence(when, scenario, view) })}</p>
      <div className="row">
        <Button
          size="s"
          isDisabled={last === null || asked.parts.length + 1 >= LIMITS.conditions}
          onPress={() => last !== null && onChange({ ...asked, isNot: false, parts: [...asked.parts, last] })}
        >
          {t('standing.more')}
        </Button>
        {asked.parts.length === 0 ? null : (
          <Button kind="quiet" size="s" onPress={() => onChange({ ...asked, parts: [] })}>
            {t('standing.fewer')}
          </Button>
        )}
      </div>
    </>
  );
};
