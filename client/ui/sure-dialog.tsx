import type { ReactNode } from 'react';
import { t } from '../text/text.ts';
import { Notice } from './badge.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type SureDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the button that does it says. */ readonly go: string;
  readonly onGo: () => void;
  readonly isPending?: boolean;
  /** a sentence */ readonly problem?: string | null;
  /** What will be gone. */ readonly children: ReactNode;
};

/** Before something that nothing brings back: it starts at the way out. */
export const SureDialog = ({ title, isOpen, onClose, go, onGo, isPending, problem, children }: SureDialogProps) => (
  <Dialog
    title={title}
    isOpen={isOpen}
    onClose={onClose}
    mustDecide
    foot={
      <>
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button kind="danger" isPending={isPending ?? false} onPress={onGo}>
          {go}
        </Button>
      </>
    }
  >
    {children}
    {problem == null ? null : <Notice tone="bad">{problem}</Notice>}
  </Dialog>
);
