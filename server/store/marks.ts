import { hash } from 'node:crypto';
import type { StoredInput } from './match-store.ts';

type Request = Pick<StoredInput, 'seat' | 'person' | 'command'>;

const SIZE = 4;

const markOf = (words: readonly string[]): number => hash('sha256', JSON.stringify(words), 'buffer').readUInt32LE(0);

export const markOfRequest = ({ seat, person, command }: Request): number => markOf([seat, person, command]);
/** Of somebody some of whose words are still there. */
export const markOfSpeaker = (person: string): number => markOf([person]);

export const isSaid = ({ input }: StoredInput): boolean => input.kind === 'say' && input.erased === undefined;

/**
 * Four bytes for each request in a pack and each person who spoke there: what is not among them is not in the pack.
 * What is may be something else with the same four bytes, so whoever finds it looks at the lines.
 */
export const marksOf = (lines: readonly StoredInput[]): Uint8Array<ArrayBuffer> => {
  const speakers = new Set(lines.filter(isSaid).map(({ person }) => person));
  const marks = [...lines.map(markOfRequest), ...[...speakers].map(markOfSpeaker)];
  const bytes = new DataView(new ArrayBuffer(marks.length * SIZE));
  for (const [i, mark] of marks.entries()) bytes.setUint32(i * SIZE, mark, true);
  return new Uint8Array(bytes.buffer);
};

export const hasMark = (marks: Uint8Array, mark: number): boolean => {
  const bytes = new DataView(marks.buffer, marks.byteOffset, marks.byteLength);
  for (let at = 0; at < bytes.byteLength; at += SIZE) if (bytes.getUint32(at, true) === mark) return true;
  return false;
};
