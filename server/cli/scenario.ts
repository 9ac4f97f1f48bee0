import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { agreementsNotInPlay } from '../../shared/scenarios/check-goals.ts';
import { composeScenario } from '../../shared/scenarios/compose-scenario.ts';
import { loadScenario } from '../../shared/scenarios/load-scenario.ts';
import { scenarioJsonSchema } from '../../shared/scenarios/scenario-schema.ts';

const USAGE = `npm run scenario -- check FOLDER   says what is wrong with a folder of scenario files, and where
npm run scenario -- schema         prints the JSON Schema of a whole scenario`;

const readFolder = (folder: string): { readonly [name: string]: unknown } =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [basename(file, '.json'), readFile(join(folder, file))]),
  );

const readFile = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const check = (folder: string): boolean => {
  const loaded = loadScenario(composeScenario(readFolder(folder)));
  if (!loaded.ok) {
    for (const { path, message } of loaded.problems) console.log(`${path === '' ? 'scenario' : path}: ${message}`);
    console.log(`${loaded.problems.length} problem(s).`);
    return false;
  }
  const { scenario } = loaded;
  console.log(
    `${scenario.title}: sound. ${scenario.powers.length} powers, ${scenario.routes.length} routes, ${scenario.agreements.length} agreements, ${scenario.cards.length} cards.`,
  );
  const absent = agreementsNotInPlay(scenario);
  if (absent.length > 0)
    console.log(`Formulas speak of agreements that do not stand, and count them as 0: ${absent.join(', ')}.`);
  return true;
};

const [command, folder] = process.argv.slice(2);
if (command === 'schema') console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
else if (command === 'check' && folder !== undefined) {
  try {
    process.exitCode = check(folder) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
