import type { PowerId } from '../../shared/model/ids.ts';
import type { Member, PersonKey } from '../store/match-store.ts';

/** Has asked to be forgotten: the place in the log is all that is left. */
const isForgotten = ({ name }: Member): boolean => name === '';

/** Who is at a table, and who was and may not come back. */
export class Roll {
  readonly #all = new Map<PersonKey, Member>();

  constructor(members: readonly Member[]) {
    for (const member of members) this.put(member);
  }

  get members(): readonly Member[] {
    return [...this.#all.values()].filter((member) => member.removed !== true && !isForgotten(member));
  }
  find(person: PersonKey): Member | null {
    const member = this.#all.get(person);
    return member === undefined || member.removed === true ? null : member;
  }
  at(power: PowerId): readonly Member[] {
    return this.members.filter((member) => member.power === power);
  }
  isRemoved(person: PersonKey): boolean {
    return this.#all.get(person)?.removed === true;
  }
  /** Of one browser, those who were sent away too. */
  marked(mark: string): readonly Member[] {
    return [...this.#all.values()].filter((member) => member.mark === mark);
  }
  put(member: Member): void {
    this.#all.set(member.person, member);
  }
}
