import { useState } from 'react';
import type { Effect } from '../../shared/model/effect.ts';
import { EFFECT_FORMS } from '../../shared/model/fields.ts';
import type { ConsoleTable } from '../../shared/protocol/http.ts';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import { useMatchConnection } from '../net/use-match-connection.ts';
import { FormFields, filled, useChoices, type Values } from '../panels/forms/form-fields.tsx';
import { useScenario } from '../panels/panel-hooks.ts';
import { useStore } from '../store/create-store.ts';
import { MatchContext, type MatchStore } from '../store/match-store.ts';
import { effectSentence } from '../text/effect-sentence.ts';
import { t } from '../text/match-text.ts';
import { sentenceCase } from '../text/terms-sentence.ts';
import { Busy } from '../ui/busy.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Acting } from './use-table-acts.ts';

type CorrectProps = { readonly classId: string; readonly table: ConsoleTable; readonly acting: Acting };

/** Where numbers begin; no turns at all means for good. */
const START: Values = { by: 1, percent: 50, turns: 0 };

/** A change as it was filled in; a gate that is held for no turn is not held. */
const effectOf = (made: { readonly [name: string]: unknown }): Effect => {
  const { turns, ...rest } = made;
  return (Number(turns ?? 0) > 0 ? made : rest) as unknown as Effect;
};

/** Any effect that a card may have, with the reason that everybody reads. */
export const CorrectDialog = ({ classId, table, acting }: CorrectProps) => {
  const { connection } = useMatchConnection(table.match, 'facilitator', classId);
  const [effects, setEffects] = useState<readonly Effect[]>([]);
  const [reason, setReason] = useState('');
  const correct = async (): Promise<void> => {
    if (await acting.send(table.match, { kind: 'override', effects, reason: reason.trim() })) acting.done();
  };
  return (
    <Dialog
      wide
      title={t('correct.title', { table: t('console.table', { label: table.label }) })}
      isOpen
      onClose={acting.done}
      foot={
        <>
          <Button onPress={acting.done}>{t('cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={effects.length === 0 || reason.trim() === ''}
            onPress={() => void correct()}
          >
            {t('correct.go')}
          </Button>
        </>
      }
    >
      <p className="small soft">{t('correct.note')}</p>
      {connection === null ? (
        <Busy />
      ) : (
        <MatchContext value={connection}>
          <Changes store={connection.store} effects={effects} onChange={setEffects} />
        </MatchContext>
      )}
      <TextField label={t('correct.reason')} value={reason} onChange={setReason} maxLength={LIMITS.reason} rows={2} />
    </Dialog>
  );
};

type ChangesProps = { readonly effects: readonly Effect[]; readonly onChange: (effects: readonly Effect[]) => void };

const Changes = ({ store, ...changes }: ChangesProps & { readonly store: MatchStore }) => {
  const isThere = useStore(store, (state) => state.view !== null);
  return isThere ? (
    <>
      <NewChange {...changes} />
      <ChangeList {...changes} />
    </>
  ) : (
    <Busy />
  );
};

const NewChange = ({ effects, onChange }: ChangesProps) => {
  const [kind, setKind] = useState<Effect['kind']>('share');
  const [values, setValues] = useState<Values>(START);
  const form = EFFECT_FORMS.find((one) => one.kind === kind) ?? { word: kind, kind, fields: [] };
  const choices = useChoices(form);
  const made = filled(form, values, choices);
  return (
    <div className="panel-card">
      <Select
        label={t('correct.kind')}
        options={EFFECT_FORMS.map((one) => ({ id: one.kind, label: t(`effectkind.${one.kind}`) }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setValues(START);
        }}
      />
      <FormFields form={form} choices={choices} values={values} onChange={setValues} />
      {kind === 'gateStatus' ? <p className="small soft">{t('correct.turns.note')}</p> : null}
      <div>
        <Button
          size="s"
          isDisabled={made === null || effects.length >= LIMITS.effects}
          onPress={() => made !== null && onChange([...effects, effectOf(made)])}
        >
          {t('correct.add')}
        </Button>
      </div>
    </div>
  );
};

const ChangeList = ({ effects, onChange }: ChangesProps) => {
  const scenario = useScenario();
  return (
    <>
      <h3>{t('correct.list')}</h3>
      {effects.length === 0 ? <p className="soft">{t('correct.none')}</p> : null}
      <ol className="plain-list">
        {effects.map((effect, at) => {
          const told = sentenceCase(effectSentence(effect, scenario));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be made twice
            <li key={at} className="row">
              <span>{told}</span>
              <Button
                kind="quiet"
                size="s"
                aria-label={t('correct.remove', { effect: told })}
                onPress={() => onChange(effects.filter((_, i) => i !== at))}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </>
  );
};
