import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

type SwitchProps = {
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
};

export const Switch = ({ isSelected, onChange, children, isDisabled = false }: SwitchProps) => (
  <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
    <span className="switch-track" aria-hidden="true">
      <span className="switch-knob" />
    </span>
    {children}
  </AriaSwitch>
);
