import type { GameEvent } from '../../shared/model/event.ts';
import type { Doors } from '../../shared/model/portfolio.ts';
import { sameDoor } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { formatList } from './format.ts';
import { t } from './match-text.ts';
import { actorName, actorNames, agreementTitle, areaName, clauseNumber, findAgreement, signed } from './names.ts';
import { termsSentence } from './terms-sentence.ts';

export type Of<K extends GameEvent['kind']> = Extract<GameEvent, { readonly kind: K }>;
export type Tell<K extends GameEvent['kind']> = (event: Of<K>, scenario: Scenario, view: SeatView) => string;

export const tensionLevel = (tension: number): 'calm' | 'incidents' | 'crisis' | 'clashes' | 'war' =>
  tension >= 10 ? 'war' : tension >= 8 ? 'clashes' : tension >= 6 ? 'crisis' : tension >= 3 ? 'incidents' : 'calm';

export const others = (scenario: Scenario, members: readonly string[], self: string): string =>
  actorNames(
    scenario,
    members.filter((member) => member !== self),
  );

export const doorChanges = (scenario: Scenario, from: Doors, to: Doors): string => {
  const blanks = (door: { readonly area: Doors['welcomes'][number]['area']; readonly supplier: string }) => ({
    supplier: actorName(scenario, door.supplier),
    area: areaName(door.area),
  });
  const parts = [
    ...to.welcomes
      .filter((door) => !from.welcomes.some((old) => sameDoor(old, door)))
      .map((door) => t('doors.welcomed', blanks(door))),
    ...from.welcomes
      .filter((door) => !to.welcomes.some((now) => sameDoor(now, door)))
      .map((door) => t('doors.unwelcomed', blanks(door))),
  ];
  const moved =
    (from.bar === null) !== (to.bar === null) || (from.bar !== null && to.bar !== null && !sameDoor(from.bar, to.bar));
  if (moved && from.bar !== null) parts.push(t('doors.unbarred', blanks(from.bar)));
  if (moved && to.bar !== null) parts.push(t('doors.barred', blanks(to.bar)));
  return parts.length === 0 ? t('doors.same') : formatList(parts);
};

export const clauseBlanks = (scenario: Scenario, view: SeatView, agreement: string, clause: string) => {
  const found = findAgreement(scenario, view, agreement);
  const terms = found?.clauses.find((one) => one.id === clause)?.terms;
  return {
    title: agreementTitle(scenario, view, agreement),
    clause: clauseNumber(found, clause),
    terms: terms === undefined ? t('unknown.event') : termsSentence(terms, scenario, view),
  };
};

export const concluded: Tell<'agreementConcluded'> = ({ agreement }, scenario, view) => {
  const first = agreement.clauses[0];
  if (agreement.origin === 'conceded' && first !== undefined) {
    return t('event.agreementConcluded.conceded', {
      by: actorNames(scenario, first.by),
      to: actorNames(scenario, first.to),
      terms: termsSentence(first.terms, scenario, view),
    });
  }
  return t('event.agreementConcluded', {
    parties: actorNames(scenario, agreement.parties),
    title: agreementTitle(scenario, view, agreement),
    visibility: t(`visibility.${agreement.visibility}`),
    form: t(`form.${agreement.form}`),
  });
};

export const squeezed: Tell<'squeezed'> = (event, scenario, view) => {
  const told = t(event.met ? 'event.squeezed.met' : 'event.squeezed.unmet', {
    by: actorName(scenario, event.by),
    host: actorName(scenario, event.host),
    area: areaName(event.area),
    demand: termsSentence(event.demand, scenario, view),
    stability: signed(event.stability),
    treasury: signed(event.treasury),
  });
  return [told, ...(event.gap ? [t('squeezed.gap')] : []), ...(event.tired ? [t('squeezed.tired')] : [])].join(' ');
};

export const courted: Tell<'courted'> = (event, scenario) => {
  const told = t(event.points === 0 ? 'event.courted.none' : 'event.courted', {
    by: actorName(scenario, event.by),
    host: actorName(scenario, event.host),
    area: areaName(event.area),
    points: event.points,
  });
  const notes = [
    ...(event.welcome ? [t('courted.welcome')] : []),
    ...(event.barred ? [t('courted.barred')] : []),
    ...(event.tired ? [t('courted.tired')] : []),
    ...(event.capped ? [t('courted.capped')] : []),
    ...(event.short === null ? [] : [t(`courted.${event.short}`)]),
  ];
  return [told, ...notes].join(' ');
};

export const moved: Tell<'agreementMoved'> = (event, scenario, view) => {
  const title = agreementTitle(scenario, view, event.agreement);
  if (event.by === null || event.to === 'withdrawn' || event.to === 'ended')
    return t(`event.agreementMoved.${event.to}`, { title });
  return t(`event.agreementMoved.${event.to}.by`, { title, power: actorName(scenario, event.by) });
};
