import { useEffect, useRef } from 'react';

const WRITING =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="combobox"]';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(WRITING) !== null;
const isBusy = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]') !== null;

/** Single keys of the whole screen; silent while somebody writes or a dialog is open. */
export const useKeys = (onKey: (key: string) => boolean): void => {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isWriting(event.target) ||
        isBusy()
      )
        return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};
