import { existsSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { dockerfileText, ignoredText, type Stage, type Step, stagesOf, wordsOf } from './dockerfile.ts';

const repository = new URL('../../', import.meta.url);
const text = dockerfileText();

const all = (stages: readonly Stage[]): readonly Step[] => stages.flatMap(({ steps }) => steps);
const last = (stages: readonly Stage[], keyword: string): Step | undefined =>
  stages.at(-1)?.steps.findLast((step) => step.keyword === keyword);
/** Taken from the folder that it is built in, and not from another stage. */
const taken = (stages: readonly Stage[]): readonly string[] =>
  all(stages)
    .filter((step) => step.keyword === 'COPY' && !step.text.includes('--from='))
    .flatMap(({ args }) => args.slice(0, -1));
const allowed = ignoredText()
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

/** Each names what is wrong; nothing at all when there is nothing. */
const RULES: { readonly [rule: string]: (stages: readonly Stage[]) => readonly string[] } = {
  'starts from images with a version': (stages) =>
    stages.map(({ image }) => image).filter((image) => !/^[\w./-]+:\d[\w.-]*$/.test(image)),
  'runs as somebody without rights': (stages) => {
    const user = last(stages, 'USER')?.text ?? 'root';
    return /^(root|0)\b/.test(user) ? [user] : [];
  },
  'says how one sees that it lives': (stages) => (last(stages, 'HEALTHCHECK') === undefined ? ['no HEALTHCHECK'] : []),
  'starts without a shell, which would keep signals to itself': (stages) => {
    const command = last(stages, 'CMD')?.text ?? '';
    return wordsOf(command) === null ? [command] : [];
  },
  'lets no package run a script': (stages) =>
    all(stages)
      .map((step) => step.text)
      .filter((line) => /\bnpm (ci|install)\b/.test(line) && !line.includes('--ignore-scripts')),
  'installs what is locked, and nothing else': (stages) =>
    all(stages)
      .map((step) => step.text)
      .filter((line) => /\bnpm (install|i|exec)\b|\bnpx\b|\b(curl|wget|apt-get|apk)\b/.test(line)),
  'takes nothing from the network by itself': (stages) =>
    all(stages).flatMap(({ keyword, text: line }) => (keyword === 'ADD' ? [line] : [])),
  'holds no secret': (stages) =>
    all(stages).flatMap(({ keyword, text: line }) =>
      ['ENV', 'ARG'].includes(keyword) && /key|token|secret|password|smtp/i.test(line) ? [line] : [],
    ),
  'takes only what there is, and what is not left out': (stages) =>
    taken(stages)
      .map((path) => path.replace(/^\.\//, ''))
      .filter((path) => path !== '.' && !(existsSync(new URL(path, repository)) && allowed.includes(path))),
};

test('the Dockerfile has no fault that its linter knows', () => {
  expect(validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
});

test.each(Object.keys(RULES))('the image %s', (rule) => {
  expect(RULES[rule]?.(stagesOf(text))).toEqual([]);
});

test('what is left out is said by what is not', () => {
  const lines = ignoredText()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines[0]).toBe('*');
  expect(lines.slice(1)).toEqual(allowed.map((path) => `!${path}`));
  expect(allowed.filter((path) => !existsSync(new URL(path, repository)))).toEqual([]);
});

describe('the checks catch a breach', () => {
  test.each([
    ['starts from images with a version', /node:24-slim AS page/, 'node AS page'],
    ['starts from images with a version', /node:24-slim AS page/, 'node:latest AS page'],
    ['runs as somebody without rights', /USER node\n/, ''],
    ['says how one sees that it lives', /HEALTHCHECK.*\n/, ''],
    [
      'starts without a shell, which would keep signals to itself',
      /CMD \["node", "server.*/,
      'CMD node server/main.ts',
    ],
    ['lets no package run a script', /npm ci --ignore-scripts/, 'npm ci'],
    ['installs what is locked, and nothing else', /npm ci --ignore-scripts/, 'npm install --ignore-scripts'],
    ['takes nothing from the network by itself', /COPY server .*/, 'ADD https://example.org/server.tar.gz .'],
    ['holds no secret', /DATA_DIR=\/data/, 'OPERATOR_KEY=1'],
    ['takes only what there is, and what is not left out', /COPY server .*/, 'COPY tests ./tests'],
  ])('%s: %s', (rule, found, instead) => {
    const broken = text.replace(found, instead);
    expect(broken).not.toBe(text);
    expect(RULES[rule]?.(stagesOf(broken))).not.toEqual([]);
  });

  test('and so does the linter', () => {
    expect(validate(text.replace('EXPOSE 2567', 'EXPOSE many'))).not.toEqual([]);
  });
});
