type Data = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts that fill a file of their own name, without repeating it inside. */
const WHOLE_FILES = ['actions', 'agreements', 'cards', 'magnitudes', 'measures', 'plans', 'tracks'];

/**
 * One scenario from a folder of JSON files, by name without `.json`. A file of cards holds the list of
 * cards itself; any other file holds the parts that it names, as `objectives` and `agendas` in one file.
 */
export const composeScenario = (files: Data): Data =>
  Object.fromEntries(
    Object.entries(files).flatMap(([name, data]) =>
      !WHOLE_FILES.includes(name) && isObject(data) ? Object.entries(data) : [[name, data]],
    ),
  );
