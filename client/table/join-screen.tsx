import { type FormEvent, useState } from 'react';
import { goInstead, hrefOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { session } from '../net/session.ts';
import { useAct } from '../net/use-act.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { NameField } from '../ui/name-field.tsx';
import { useTitle } from '../ui/use-title.ts';
import { CodeLetters } from './share.tsx';
import './table.css';

/** Behind a code: a friend's table or a class. A name is all that is asked, after it was said who reads what. */
export const JoinScreen = ({ code }: { readonly code: string }) => {
  const [name, setName] = useState(session.get().name);
  const act = useAct();
  useTitle(t('join.title'));

  const join = (event: FormEvent): void => {
    event.preventDefault();
    if (act.busy) return;
    if (name.trim() === '') {
      act.say(t('name.missing'));
      return;
    }
    act.run(async () => {
      const { match } = await api.joinCode(code, name.trim());
      goInstead({ kind: 'match', match });
    });
  };

  return (
    <div className="page join-page">
      <form className="panel stack" onSubmit={join}>
        <h1>{t('join.title')}</h1>
        <CodeLetters code={code} />
        <NameField value={name} onChange={setName} note={t('join.name.note')} />
        {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
        <Button type="submit" kind="primary" size="l" isPending={act.busy}>
          {t('join.go')}
        </Button>
        <div className="small soft stack">
          <p>{t('join.readers')}</p>
          <p>
            {t('foot.privacy')} <a href={hrefOf({ kind: 'privacy' })}>{t('foot.more')}</a>
          </p>
        </div>
      </form>
    </div>
  );
};
