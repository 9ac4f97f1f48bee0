import { type FormEvent, useState } from 'react';
import { go } from '../app/route.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';

const CODE = /^[A-Za-z]{5}$/u;
/** As people type it: any case, with spaces or dashes. */
export const tidyCode = (typed: string): string => typed.replace(/[\s-]/gu, '').toUpperCase();

/** Five letters from a friend or from the wall of the classroom. */
export const JoinForm = () => {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);

  const join = (event: FormEvent): void => {
    event.preventDefault();
    const tidy = tidyCode(code);
    if (CODE.test(tidy)) go({ kind: 'join', code: tidy });
    else setError(t('join.code.bad'));
  };

  return (
    <form className="panel join-form" onSubmit={join} aria-labelledby="join-title">
      <h2 id="join-title">{t('home.join.title')}</h2>
      <div className="join-line">
        <TextField
          label={t('join.code')}
          value={code}
          onChange={(text) => {
            setCode(text);
            setError(null);
          }}
          error={error}
          maxLength={9}
          capitals
        />
        <Button type="submit">{t('join.go')}</Button>
      </div>
    </form>
  );
};
