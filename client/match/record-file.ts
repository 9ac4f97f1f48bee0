import { decodeRecord, type MatchRecord } from '../../shared/replay/record.ts';
import { api } from '../net/api.ts';
import { problemOf } from '../net/problem.ts';
import { downloadJson } from '../ui/download.ts';

export type OpenedRecord =
  | { readonly ok: true; readonly raw: unknown; readonly record: MatchRecord }
  | { readonly ok: false; readonly why: string };

const opened = (raw: unknown): OpenedRecord => {
  const decoded = decodeRecord(raw);
  return decoded.ok ? { ok: true, raw, record: decoded.record } : decoded;
};

/** The record of a match on this server. */
export const fetchRecord = async (match: string): Promise<OpenedRecord> => {
  try {
    return opened(await api.record(match));
  } catch (error) {
    return { ok: false, why: problemOf(error).message };
  }
};

const unpacked = async (file: File): Promise<string> => {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
};

/** A record from a file, packed or plain; no server is asked. */
export const readRecord = async (file: File): Promise<OpenedRecord> => {
  try {
    return opened(JSON.parse(await unpacked(file)));
  } catch {
    return opened(null);
  }
};

export const saveRecord = (record: unknown, match: string): void => downloadJson(record, `multivector-${match}.json`);
