import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('npm run verify -- FILE…   checks that a saved match is what was played.');
  process.exit(2);
}

const read = (file: string): unknown => {
  const bytes = readFileSync(file);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse((zipped ? gunzipSync(bytes) : bytes).toString('utf8'));
};

const checked = (file: string): boolean => {
  try {
    const verdict = verifyRecord(read(file), scenarioById);
    if (verdict.ok) console.log(`${file}: as played, ${verdict.turns} turns, seal ${verdict.chain.slice(0, 16)}`);
    if (verdict.ok && !verdict.noted)
      console.log('  By which rules it was begun was not noted then: it is told, and proved, by those of today.');
    if (verdict.ok && verdict.from > 1)
      console.log(
        `  Up to turn ${verdict.from} other rules were in force: what was played before is told as it was stored, and proved only from there on.`,
      );
    if (verdict.ok && verdict.erased.length > 0)
      console.log(
        `  In turn ${verdict.erased.join(', ')} something that was said has been erased since, at its writer’s wish: what else was said and ordered there is proved by its outcome alone.`,
      );
    if (!verdict.ok)
      console.log(
        verdict.turn === 0
          ? `${file}: not as played: ${verdict.why}`
          : `${file}: turn ${verdict.turn} is wrong: ${verdict.why}`,
      );
    return verdict.ok;
  } catch (error) {
    console.log(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
};

process.exitCode = files.map(checked).every(Boolean) ? 0 : 1;
