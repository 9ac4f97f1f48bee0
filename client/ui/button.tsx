import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components';
import { t } from '../text/text.ts';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  readonly kind?: ButtonKind;
  readonly size?: 's' | 'm' | 'l';
  /** extra class names */ readonly also?: string;
  readonly children: ReactNode;
};

const classes = (kind: ButtonKind, also: string | undefined): string =>
  ['button', `button-${kind}`, also].filter((name) => name !== undefined).join(' ');

/**
 * The one button. While `isPending` it keeps its place and its focus, says so, and does nothing; a form
 * looks at its own busyness, because Enter submits it without its button.
 */
export const Button = ({ kind = 'plain', size = 'm', also, isPending = false, children, ...rest }: ButtonProps) => (
  <AriaButton
    {...rest}
    {...(isPending ? { onPress: doNothing } : {})}
    className={classes(kind, also)}
    data-size={size}
    data-pending={isPending || undefined}
  >
    {children}
    {isPending ? <span className="hidden-text">{t('busy')}</span> : null}
  </AriaButton>
);

const doNothing = (): void => undefined;

type ButtonLinkProps = {
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly size?: 's' | 'm' | 'l';
  readonly also?: string;
  readonly newTab?: boolean;
  readonly children: ReactNode;
};

/** A link that looks like a button: for going somewhere, never for doing something. */
export const ButtonLink = ({ href, kind = 'plain', size = 'm', also, newTab = false, children }: ButtonLinkProps) => (
  <AriaLink
    href={href}
    className={classes(kind, also)}
    data-size={size}
    {...(newTab ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
  >
    {children}
    {newTab ? <span className="hidden-text"> {t('newTab')}</span> : null}
  </AriaLink>
);
