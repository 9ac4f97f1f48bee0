import { useEffect } from 'react';

const isGone = (element: Element): boolean =>
  !element.isConnected || (element instanceof HTMLButtonElement && element.disabled);

/** When what had the focus is taken away, the panel takes it, so that the keyboard never falls to the top of the page. */
export const useFocusKeeper = (): void => {
  useEffect(() => {
    let last: Element | null = null;
    const remember = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const watcher = new MutationObserver(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || last === null || !isGone(last) || document.querySelector('[role="dialog"]') !== null) return;
      last = null;
      document.getElementById('match-panel')?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      watcher.disconnect();
    };
  }, []);
};
