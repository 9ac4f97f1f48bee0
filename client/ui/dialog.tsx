import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../text/text.ts';
import { Button } from './button.tsx';

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** buttons at the foot; without any there is a close button */ readonly foot?: ReactNode;
  readonly wide?: boolean;
  /** a decision that must be taken by one of its buttons */ readonly mustDecide?: boolean;
};

/** A screen reader's press leaves the focus behind where a transition is waited for that never ends: it is fetched. */
const useFocusInside = (isOpen: boolean) => {
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const frame = requestAnimationFrame(() => {
      if (dialog.current?.contains(document.activeElement) === false) dialog.current.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
  return dialog;
};

/** A modal dialog: focus goes in, Escape and the cross close it, focus comes back. */
export const Dialog = ({ title, isOpen, onClose, children, foot, wide = false, mustDecide = false }: DialogProps) => {
  const dialog = useFocusInside(isOpen);
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      isDismissable={!mustDecide}
      isKeyboardDismissDisabled={mustDecide}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame" data-wide={wide || undefined}>
        <AriaDialog ref={dialog} className="dialog" role={mustDecide ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {mustDecide ? null : (
              <Button kind="quiet" size="s" also="push" aria-label={t('close')} onPress={onClose}>
                <span aria-hidden="true">✕</span>
              </Button>
            )}
          </header>
          <div className="dialog-body">{children}</div>
          <footer className="dialog-foot">{foot ?? <Button onPress={onClose}>{t('close')}</Button>}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
