import { createStore, useStore } from '../store/create-store.ts';
import { t } from '../text/text.ts';
import type { Tone } from './badge.tsx';
import { Button } from './button.tsx';

type ToastEntry = { readonly id: number; readonly text: string; readonly tone: Tone };
const toasts = createStore<{ readonly shown: readonly ToastEntry[] }>({ shown: [] });
const STAY = 6_000;
let count = 0;

const dismiss = (id: number): void => toasts.set((now) => ({ shown: now.shown.filter((entry) => entry.id !== id) }));

/** Says something once, in a corner, to the eye and to a screen reader. Nothing that must be acted on belongs here. */
export const toast = (text: string, tone: Tone = 'note'): void => {
  count += 1;
  const id = count;
  toasts.set((now) => ({ shown: [...now.shown.filter((entry) => entry.text !== text), { id, text, tone }].slice(-3) }));
  if (tone !== 'bad') setTimeout(() => dismiss(id), STAY);
};

/** Stands once, in the shell. */
export const ToastRegion = () => {
  const shown = useStore(toasts, (state) => state.shown);
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label={t('toast.region')}>
      {shown.map((entry) => (
        <div key={entry.id} className="toast" data-tone={entry.tone}>
          <span>{entry.text}</span>
          <Button kind="quiet" size="s" aria-label={t('close')} onPress={() => dismiss(entry.id)}>
            <span aria-hidden="true">✕</span>
          </Button>
        </div>
      ))}
    </div>
  );
};
