import { useState } from 'react';
import type { ConsoleView } from '../../shared/protocol/http.ts';
import { TEXT_LIMIT } from '../net/protocol.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Acting, Target } from './use-table-acts.ts';

type DialogProps = { readonly view: ConsoleView; readonly acting: Acting; readonly target: Target };

const targetName = (view: ConsoleView, target: Target): string => {
  const table = view.tables.find(({ match }) => match === target);
  return table === undefined ? t('console.all') : t('console.table', { label: table.label });
};

/** Buttons of a question: leave it, or do it and be done when the server has agreed. */
const Foot = ({
  acting,
  label,
  isDisabled = false,
  act,
}: {
  readonly acting: Acting;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly act: () => Promise<boolean>;
}) => {
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    const ok = await act();
    setBusy(false);
    if (ok) acting.done();
  };
  return (
    <>
      <Button onPress={acting.done}>{t('cancel')}</Button>
      <Button kind="primary" isPending={busy} isDisabled={isDisabled} onPress={() => void press()}>
        {label}
      </Button>
    </>
  );
};

export const AdvanceDialog = ({ view, acting, target }: DialogProps) => (
  <Dialog
    title={t('advance.title', { table: targetName(view, target) })}
    isOpen
    onClose={acting.done}
    foot={<Foot acting={acting} label={t('act.advance')} act={() => acting.send(target, { kind: 'advance' })} />}
  >
    <p>{t('advance.text')}</p>
  </Dialog>
);

export const NoteDialog = ({ view, acting, target }: DialogProps) => {
  const [text, setText] = useState('');
  const trimmed = text.trim();
  return (
    <Dialog
      title={t('note.title', { table: targetName(view, target) })}
      isOpen
      onClose={acting.done}
      foot={
        <Foot
          acting={acting}
          label={t('note.go')}
          isDisabled={trimmed === ''}
          act={() => acting.send(target, { kind: 'postNote', to: 'all', text: trimmed })}
        />
      }
    >
      <TextField
        label={t('note.text')}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={TEXT_LIMIT}
        note={t('note.readers')}
      />
    </Dialog>
  );
};

type Card = ConsoleView['cards'][number];

const CardText = ({ card }: { readonly card: Card }) => (
  <article className="inject-card">
    <p>{card.text}</p>
    <dl>
      <dt>{t('inject.changes')}</dt>
      <dd>{card.changes}</dd>
      <dt>{t('inject.teaching')}</dt>
      <dd>{card.teaching}</dd>
      <dt>{t('inject.precedent')}</dt>
      <dd>{card.precedent}</dd>
      <dt>{t('inject.sources')}</dt>
      <dd>{card.sources.join('; ')}</dd>
    </dl>
  </article>
);

/** Does a card say all of these words, wherever? */
export const speaksOf = ({ title, text, changes, teaching }: Card, words: string): boolean => {
  const told = [title, text, changes, teaching].join(' ').toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => told.includes(word));
};

export const InjectDialog = ({ view, acting, target }: DialogProps) => {
  const [asked, setChosen] = useState('');
  const [words, setWords] = useState('');
  const found = view.cards.filter((one) => speaksOf(one, words));
  const card = found.find(({ id }) => id === asked) ?? found[0];
  return (
    <Dialog
      title={t('inject.title', { table: targetName(view, target) })}
      isOpen
      onClose={acting.done}
      foot={
        <Foot
          acting={acting}
          label={t('inject.go')}
          isDisabled={card === undefined}
          act={async () => card !== undefined && acting.send(target, { kind: 'inject', card: card.id })}
        />
      }
    >
      <TextField label={t('inject.find')} value={words} onChange={setWords} />
      <p className="small soft" role="status">
        {t('inject.found', { n: found.length, all: view.cards.length })}
      </p>
      {card === undefined ? (
        <p className="soft">{t(view.cards.length === 0 ? 'inject.none' : 'inject.lost')}</p>
      ) : (
        <>
          <Select
            label={t('inject.card')}
            options={found.map(({ id, title, changes }) => ({ id, label: title, note: changes }))}
            value={card.id}
            onChange={setChosen}
          />
          <CardText card={card} />
        </>
      )}
      <p className="small soft">{t('inject.record')}</p>
    </Dialog>
  );
};
