import { type KeyboardEvent, useRef, useState } from 'react';
import { multivectorOf } from '../../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../../shared/model/area.ts';
import type { ActorId } from '../../../shared/model/ids.ts';
import { useIntents, useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName, supplierName } from '../../text/names.ts';
import { Button } from '../../ui/button.tsx';
import { PowerCode } from '../../ui/power-mark.tsx';
import { Select } from '../../ui/select.tsx';
import { useMe, useScenario, useStage, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { autonomyOf, type CellFigures, cellFigures, hostsOf } from './board-figures.ts';
import { HostPortfolio } from './host-portfolio.tsx';
import { ShareBar } from './share-bar.tsx';
import './board.css';

const LEADERS = 'leaders';

/** Who supplies whom with what: the heart of the screen. */
export const AlignmentBoard = ({ narrow = false }: { readonly narrow?: boolean }) => {
  const scenario = useScenario();
  const me = useMe();
  const [lookedFor, setLookedFor] = useState<string>(LEADERS);
  const supplier = lookedFor === LEADERS ? null : lookedFor;
  const options = [
    { id: LEADERS, label: t('board.leaders') },
    ...(me === null ? [] : [{ id: me as string, label: t('board.mine', { power: actorName(scenario, me) }) }]),
    ...indexOf(scenario)
      .actors.filter((actor) => actor !== me)
      .map((actor) => ({ id: actor, label: actorName(scenario, actor) })),
    { id: 'own', label: t('board.own') },
  ];
  return (
    <section className="panel-body board" aria-labelledby="board-title">
      <h2 id="board-title">{t('board.title')}</h2>
      <Select label={t('board.look')} options={options} value={lookedFor} onChange={setLookedFor} />
      {narrow ? <HostByHost supplier={supplier} /> : <BoardTable supplier={supplier} />}
      <BoardKey />
    </section>
  );
};

const BoardTable = ({ supplier }: { readonly supplier: string | null }) => {
  const scenario = useScenario();
  const hosts = hostsOf(scenario);
  const cells = useRef(new Map<string, HTMLButtonElement>());
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(hosts.length - 1, at[0] + (step[0] ?? 0)));
    const column = Math.max(0, Math.min(AREAS.length - 1, at[1] + (step[1] ?? 0)));
    setAt([row, column]);
    cells.current.get(`${row}/${column}`)?.focus();
  };
  return (
    <div className="board-scroll">
      <table className="board-table" onKeyDown={move}>
        <caption className="hidden-text">
          {supplier === null
            ? t('board.caption')
            : t('board.caption.one', { supplier: supplierName(scenario, supplier) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t('board.host')}</span>
            </th>
            {AREAS.map((area) => (
              <th key={area} scope="col" className="board-area">
                {areaName(area)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hosts.map((host, row) => (
            <BoardRow
              key={host}
              host={host}
              supplier={supplier}
              current={at[0] === row ? at[1] : null}
              onFocus={(column) => setAt([row, column])}
              keep={(column, element) => {
                if (element === null) cells.current.delete(`${row}/${column}`);
                else cells.current.set(`${row}/${column}`, element);
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type BoardRowProps = {
  readonly host: ActorId;
  readonly supplier: string | null /** column in the tab order */;
  readonly current: number | null;
  readonly onFocus: (column: number) => void;
  readonly keep: (column: number, element: HTMLButtonElement | null) => void;
};

const BoardRow = ({ host, supplier, current, onFocus, keep }: BoardRowProps) => {
  const scenario = useScenario();
  const { board } = useView();
  const selection = useMatch((state) => state.selection);
  const { select } = useIntents();
  const { open } = useStage();
  const chosen = selection?.kind === 'country' && selection.id === host;
  const pick = (): void => {
    select({ kind: 'country', id: host });
    open('dossier');
  };
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row" className="board-host">
        <button type="button" className="board-name" onClick={pick} title={actorName(scenario, host)}>
          <PowerCode power={host} />
          <span className="hidden-text">{actorName(scenario, host)}</span>
        </button>
        <HostFigures host={host} />
      </th>
      {AREAS.map((area, column) => (
        <BoardCell
          key={area}
          figures={cellFigures(scenario, board, host, area, supplier)}
          supplier={supplier}
          inOrder={current === column}
          onFocus={() => onFocus(column)}
          keep={(element) => keep(column, element)}
        />
      ))}
    </tr>
  );
};

type BoardCellProps = {
  readonly figures: CellFigures;
  readonly supplier: string | null;
  readonly inOrder: boolean;
  readonly onFocus: () => void;
  readonly keep: (element: HTMLButtonElement | null) => void;
};

const BoardCell = ({ figures, supplier, inOrder, onFocus, keep }: BoardCellProps) => {
  const scenario = useScenario();
  const { ask } = useIntents();
  const self = supplier === figures.host;
  const key = self ? 'own' : supplier;
  const shown =
    key === null
      ? figures.leader
      : (figures.slices.find((slice) => slice.supplier === key) ?? { supplier: key, share: 0 });
  const why = figureKey('share', figures.host, figures.area, shown?.supplier ?? 'own');
  const words = figures.slices.map((slice) => `${supplierName(scenario, slice.supplier)} ${slice.share}`).join(', ');
  const door = figures.door === null ? '' : ` ${t(`board.door.${figures.door}`)}`;
  return (
    <td className="board-cell">
      <button
        ref={keep}
        type="button"
        className="board-button"
        tabIndex={inOrder ? 0 : -1}
        onFocus={onFocus}
        onClick={() => ask(why)}
        data-why={why}
        title={words}
      >
        {/* The name is what stands in the button, so that it can be called by what is seen. */}
        <span className="hidden-text">
          {actorName(scenario, figures.host)}, {areaName(figures.area)}:{' '}
        </span>
        <span className="board-figure figures">
          {shown === null ? (
            '–'
          ) : (
            <>
              {key === null ? <span className="board-lead">{shown.supplier} </span> : null}
              <b>{shown.share}</b>
            </>
          )}
          {figures.door === null ? null : (
            <span className="board-door" data-door={figures.door} aria-hidden="true">
              {figures.door === 'welcome' ? '+' : '×'}
            </span>
          )}
        </span>
        <span className="hidden-text">
          {' '}
          ({words}){door}
        </span>
        <ShareBar slices={figures.slices} lit={key} />
      </button>
    </td>
  );
};

/** How diverse a host's suppliers are, and how much it does itself. */
const HostFigures = ({ host }: { readonly host: ActorId }) => {
  const { board } = useView();
  return (
    <>
      <Figure of={figureKey('index', host)} className="board-index" title={t('board.index.note')}>
        <span>
          <span className="hidden-text">{t('board.index')} </span>◇{multivectorOf(board, host)}
        </span>
      </Figure>
      <Figure of={figureKey('autonomy', host)} className="board-index" title={t('board.autonomy.note')}>
        <span>
          <span className="hidden-text">{t('board.autonomy')} </span>⌂{autonomyOf(board, host)}
        </span>
      </Figure>
    </>
  );
};

const HostByHost = ({ supplier }: { readonly supplier: string | null }) => {
  const scenario = useScenario();
  const me = useMe();
  const { select } = useIntents();
  const { open } = useStage();
  const hosts = hostsOf(scenario);
  const [host, setHost] = useState<ActorId>(me ?? hosts[0] ?? '');
  return (
    <>
      <ul className="board-hosts plain-list" aria-label={t('board.host')}>
        {hosts.map((one) => (
          <li key={one}>
            <button type="button" className="board-pick" aria-pressed={one === host} onClick={() => setHost(one)}>
              <PowerCode power={one} />
              <span className="hidden-text">{actorName(scenario, one)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <HostFigures host={host} />
        <Button
          kind="quiet"
          size="s"
          onPress={() => {
            select({ kind: 'country', id: host });
            open('dossier');
          }}
        >
          {t('board.dossier', { host: actorName(scenario, host) })}
        </Button>
      </div>
      <HostPortfolio host={host} lit={supplier} dim />
    </>
  );
};

const BoardKey = () => (
  <p className="board-key small soft">
    <span>◇ {t('board.index.note')}</span> <span>⌂ {t('board.autonomy.note')}</span>{' '}
    <span>
      + {t('board.door.welcome')} × {t('board.door.barred')}
    </span>
  </p>
);
