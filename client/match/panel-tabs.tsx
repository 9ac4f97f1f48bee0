import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { t } from '../text/match-text.ts';

export type PlaceId = string;
export type PanelTab = {
  readonly id: PlaceId;
  readonly label: string /** said and shown beside the label */;
  readonly mark?: string | null;
  readonly markText?: string;
};
type PanelTabsProps = {
  readonly tabs: readonly PanelTab[];
  readonly selected: PlaceId;
  readonly onSelect: (id: PlaceId) => void;
};

const MOVES: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where one can go around the map: one stop of the Tab key, arrows within. */
export const PanelTabs = ({ tabs, selected, onSelect }: PanelTabsProps) => {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const by = MOVES[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : by === undefined
            ? null
            : (at + by + tabs.length) % tabs.length;
    const next = to === null ? undefined : tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div ref={list} className="match-tabs" role="tablist" aria-label={t('panels.label')} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          data-tab={tab.id}
          className="match-tab"
          aria-selected={tab.id === selected}
          {...(tab.id === 'map' ? {} : { 'aria-controls': 'match-panel' })}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          <span className="match-tab-label">{tab.label}</span>
          {tab.mark == null ? null : (
            <span className="match-tab-mark figures">
              <span aria-hidden="true">{tab.mark}</span>
              <span className="hidden-text"> {tab.markText}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
};

export const PanelFrame = ({ id, children }: { readonly id: PlaceId; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <div id="match-panel" className="match-panel" role="tabpanel" aria-labelledby={`tab-${id}`} tabIndex={0}>
    {children}
  </div>
);
