import { useState } from 'react';
import { REPORT_REASONS, type ReportReason } from '../../shared/protocol/care-reasons.ts';
import { api } from '../net/api.ts';
import { REASON_LIMIT } from '../net/protocol.ts';
import { useAct } from '../net/use-act.ts';
import { type Reported, useIntents, useMatch } from '../store/match-store.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { powerName } from '../ui/power.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import './table.css';

const REASONS = REPORT_REASONS.map((id) => ({ id, label: t(`report.reason.${id}`) }));

/** Something that went beyond the game, for the operator. Stands wherever a match is shown. */
export const ReportDialog = () => {
  const reporting = useMatch((state) => state.reporting);
  const match = useMatch((state) => state.welcome?.match ?? null);
  if (reporting === null || match === null) return null;
  return <ReportForm key={reporting.message?.id ?? reporting.power} match={match} about={reporting} />;
};

const ReportForm = ({ match, about }: { readonly match: string; readonly about: Reported }) => {
  const { report, mute } = useIntents();
  const seated = useMatch((state) => (state.welcome?.power ?? null) !== null);
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [text, setText] = useState('');
  const [fold, setFold] = useState(true);
  const [block, setBlock] = useState(false);
  const act = useAct();
  const power = powerName(about.power);
  const close = (): void => report?.(null);
  const send = (): void =>
    act.run(async () => {
      if (reason === null) return;
      const message = about.message === null ? {} : { message: about.message.id };
      await api.report(match, { power: about.power, reason, text: text.trim(), ...message });
      if (block) await api.block(match, about.power);
      if (fold) mute(about.power, true);
      toast(t('report.done'), 'good');
      close();
    });
  return (
    <Dialog
      title={t('report.title', { power })}
      isOpen
      onClose={close}
      foot={
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button kind="primary" isPending={act.busy} isDisabled={reason === null} onPress={send}>
            {t('report.go')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('report.bluff')}</p>
      <Select label={t('report.reason')} options={REASONS} value={reason} onChange={setReason} />
      <TextField
        label={t('report.words')}
        rows={3}
        value={text}
        onChange={setText}
        maxLength={REASON_LIMIT}
        note={t('report.words.note')}
      />
      {about.message === null ? (
        <p className="small soft">{t('report.quoted.seat', { power })}</p>
      ) : (
        <>
          <p className="small soft">{t('report.quoted.message')}</p>
          <blockquote className="report-quote">{about.message.text}</blockquote>
        </>
      )}
      <Switch isSelected={fold} onChange={setFold}>
        {t('report.also.mute')}
      </Switch>
      {seated ? (
        <Switch isSelected={block} onChange={setBlock}>
          {t('report.also.block')}
        </Switch>
      ) : null}
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </Dialog>
  );
};
