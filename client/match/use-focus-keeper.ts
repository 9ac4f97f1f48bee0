import { useEffect } from 'react';

const isGone = (element: Element): boolean =>
  !element.isConnected || (element instanceof HTMLButtonElement && element.disabled);

/** When what had the focus is taken away, the panel takes it, so that the keyboard never falls to the top of the page. */
export const useFocusKeeper = (): void => {
  useEffect(() => {
    let last: Element | null = null;
    let waiting = false;
    const remember = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const keep = (): void => {
      waiting = false;
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || last === null || !isGone(last) || document.querySelector('[role="dialog"]') !== null) return;
      last = null;
      document.getElementById('match-panel')?.focus({ preventScroll: true });
    };
    // A dialog that closes gives the focus back to what opened it, a frame later: it goes first.
    const watcher = new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => requestAnimationFrame(keep));
    });
    document.addEventListener('focusin', remember);
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', remember);
      watcher.disconnect();
    };
  }, []);
};
