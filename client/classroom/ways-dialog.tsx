import { useState } from 'react';
import type { WayInReply } from '../../shared/protocol/care.ts';
import type { ConsoleTable } from '../../shared/protocol/http.ts';
import { addressOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { useAct } from '../net/use-act.ts';
import { LinkLine, LocalNotice } from '../table/share.tsx';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PowerCode } from '../ui/power-mark.tsx';
import { QrCode } from '../ui/qr-code.tsx';

type Made = { readonly name: string; readonly way: WayInReply };
type WaysDialogProps = { readonly classId: string; readonly table: ConsoleTable; readonly onClose: () => void };

/** Links for students whose browsers have lost their seats. */
export const WaysDialog = ({ classId, table, onClose }: WaysDialogProps) => {
  const [made, setMade] = useState<Made | null>(null);
  const act = useAct();
  const sitting = table.seats.flatMap(({ power, people }) => people.map(({ name }) => ({ power, name })));
  const make = (power: string, name: string): void =>
    act.run(async () => setMade({ name, way: await api.wayIn(classId, { match: table.match, power, name }) }));
  return (
    <Dialog
      title={t('ways.title', { table: t('console.table', { label: table.label }) })}
      isOpen
      onClose={onClose}
      foot={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <p className="soft">{sitting.length === 0 ? t('ways.none') : t('ways.text')}</p>
      <ul className="plain-list class-seats">
        {sitting.map(({ power, name }) => (
          <li key={`${power} ${name}`} className="row">
            <PowerCode power={power} />
            <span className="clip">{name}</span>
            <span className="push">
              <Button
                size="s"
                isDisabled={act.busy}
                aria-label={t('ways.go.of', { name, power })}
                onPress={() => make(power, name)}
              >
                {t('ways.go')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
      {made === null ? null : <Way made={made} />}
    </Dialog>
  );
};

const Way = ({ made: { name, way } }: { readonly made: Made }) => {
  const link = addressOf({ kind: 'return', token: way.token, to: { kind: 'match', match: way.match } });
  return (
    <section className="stack" aria-live="polite">
      <LinkLine link={link} label={t('ways.link', { name })} />
      <LocalNotice />
      <QrCode text={link} label={t('ways.qr', { name })} />
    </section>
  );
};
