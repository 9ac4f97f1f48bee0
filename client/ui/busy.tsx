import { t } from '../text/text.ts';

/** Something is on its way. Appears late, so that quick answers do not flicker. */
export const Busy = ({ text }: { readonly text?: string }) => (
  <p className="busy" role="status">
    <span className="busy-mark" aria-hidden="true" />
    {text ?? t('loading')}
  </p>
);
