/** Tells whether the same seat is open in another tab of this browser; closed, it tells the others that it is gone. */
export const watchTabs = (seat: string, changed: (elsewhere: boolean) => void): (() => void) => {
  if (typeof BroadcastChannel === 'undefined' || typeof window === 'undefined') return () => undefined;
  const me = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const others = new Set<string>();
  const channel = new BroadcastChannel(`multivector.seat.${seat}`);
  const say = (word: 'here' | 'too' | 'gone'): void => channel.postMessage({ word, me });
  channel.onmessage = ({ data }: MessageEvent<{ readonly word: 'here' | 'too' | 'gone'; readonly me: string }>) => {
    if (data.word === 'gone') others.delete(data.me);
    else others.add(data.me);
    if (data.word === 'here') say('too');
    changed(others.size > 0);
  };
  say('here');
  const leave = (): void => say('gone');
  window.addEventListener('pagehide', leave);
  return () => {
    leave();
    window.removeEventListener('pagehide', leave);
    channel.close();
  };
};
