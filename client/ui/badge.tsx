import type { ReactNode } from 'react';

export type Tone = 'calm' | 'good' | 'warn' | 'bad' | 'note';

/** A word or a number set apart. Its tone only repeats what the words say. */
export const Badge = ({ tone = 'calm', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className="badge" data-tone={tone}>
    {children}
  </span>
);

/** A sentence that matters where it stands; `bad` is announced. */
export const Notice = ({ tone = 'note', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <div className="notice" data-tone={tone} {...(tone === 'bad' ? { role: 'alert' } : {})}>
    {children}
  </div>
);
