import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { useMe, useScenario, useTable, useView } from '../panel-hooks.ts';
import { completionsOf } from './completions.ts';
import { readCommand } from './read-command.ts';
import { type Answer, unreadAnswer, useCommand } from './use-command.ts';
import './command.css';

/** Where an expert types what the forms ask for: Tab goes on with a line, Enter does it, Escape leaves. */
export const CommandLine = ({ onClose }: { readonly onClose: () => void }) => {
  const me = useMe();
  const { mayAct } = useTable();
  if (me === null || !mayAct) return <Shut onClose={onClose} />;
  return <OpenLine me={me} onClose={onClose} />;
};

const Shut = ({ onClose }: { readonly onClose: () => void }) => (
  <section className="command" aria-label={t('command.title')}>
    <p role="status">{t('command.shut')}</p>
    <Button onPress={onClose} autoFocus>
      {t('close')}
    </Button>
  </section>
);

const OpenLine = ({ me, onClose }: { readonly me: string; readonly onClose: () => void }) => {
  const scenario = useScenario();
  const view = useView();
  const run = useCommand();
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [past, setPast] = useState<readonly string[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const options = useMemo(() => completionsOf(scenario, view, me, text), [scenario, view, me, text]);
  useEffect(() => field.current?.focus(), []);
  const write = (next: string): void => {
    setText(next);
    setAt(-1);
    setAnswer(null);
  };
  const accept = (index: number): void => {
    const next = options[index];
    if (next === undefined) return;
    const whole = readCommand(next, me).ok;
    write(whole ? next : `${next} `);
    field.current?.focus();
  };
  const enter = async (): Promise<void> => {
    if (at >= 0) return accept(at);
    if (text.trim() === '') return;
    const read = readCommand(text, me);
    if (!read.ok) {
      setAnswer(unreadAnswer(read));
      field.current?.setSelectionRange(read.at, text.length);
      return;
    }
    const told = await run(read.value);
    setAnswer(told);
    if (!told.ok) return;
    setPast([...past, text]);
    setText('');
  };
  const press = (event: KeyboardEvent): void => {
    const moves: { readonly [key: string]: () => void } = {
      Enter: () => void enter(),
      Tab: () => accept(Math.max(0, at)),
      Escape: onClose,
      ArrowDown: () => setAt(Math.min(options.length - 1, at + 1)),
      ArrowUp: () => (text === '' && past.length > 0 ? write(past.at(-1) ?? '') : setAt(Math.max(-1, at - 1))),
    };
    const move = moves[event.key];
    if (move === undefined || (event.key === 'Tab' && (event.shiftKey || options.length === 0))) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <section className="command" aria-label={t('command.title')}>
      {options.length === 0 ? null : (
        <div id={`${id}-list`} className="command-list" role="listbox" aria-label={t('command.options')}>
          {options.map((option, index) => (
            <div
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className="command-option"
              tabIndex={-1}
              onPointerDown={(event) => {
                event.preventDefault();
                accept(index);
              }}
            >
              {option}
            </div>
          ))}
        </div>
      )}
      {answer === null ? null : (
        <p className="command-answer" role={answer.ok ? 'status' : 'alert'} data-ok={answer.ok || undefined}>
          {answer.text}
        </p>
      )}
      <div className="command-row">
        <span aria-hidden="true" className="command-sign">
          {me} ›
        </span>
        <input
          ref={field}
          className="input command-input"
          role="combobox"
          aria-label={t('command.label')}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(at < 0 ? {} : { 'aria-activedescendant': `${id}-${at}` })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={t('command.placeholder')}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
        />
        <Button kind="primary" onPress={() => void enter()}>
          {t('command.do')}
        </Button>
        <Button kind="quiet" aria-label={t('close')} onPress={onClose}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      <p className="small soft command-keys">{t('command.keys')}</p>
    </section>
  );
};
