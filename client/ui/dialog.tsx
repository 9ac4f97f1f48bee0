import type { ReactNode } from 'react';
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

/** A modal dialog: focus goes in, Escape and the cross close it, focus comes back. */
export const Dialog = ({ title, isOpen, onClose, children, foot, wide = false, mustDecide = false }: DialogProps) => (
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
      <AriaDialog className="dialog" role={mustDecide ? 'alertdialog' : 'dialog'}>
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
