import type { ReactNode } from 'react';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import type { FigureKey } from './figure-key.ts';

type FigureProps = {
  readonly of: FigureKey;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
};

/** A number or a state that answers "why?" when it is pressed. */
export const Figure = ({ of, children, className = '', title }: FigureProps) => {
  const { ask } = useIntents();
  return (
    <button
      type="button"
      className={`figure figures ${className}`.trim()}
      data-why={of}
      onClick={() => ask(of)}
      {...(title === undefined ? {} : { title })}
    >
      {children}
      <span className="hidden-text"> {t('figure.why')}</span>
    </button>
  );
};
