import { readFileSync } from 'node:fs';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';

export type Step = { readonly keyword: string; readonly args: readonly string[]; readonly text: string };
export type Stage = { readonly name: string; readonly image: string; readonly steps: readonly Step[] };

const repository = new URL('../../', import.meta.url);
export const dockerfileText = (): string => readFileSync(new URL('Dockerfile', repository), 'utf8');
export const ignoredText = (): string => readFileSync(new URL('.dockerignore', repository), 'utf8');

const stepOf = (instruction: Instruction): Step => ({
  keyword: instruction.getKeyword(),
  args: instruction.getArguments().map((argument) => argument.getValue()),
  // With its flags, which are no arguments.
  text: instruction.toString().slice(instruction.getKeyword().length).trim(),
});

/** The stages of a Dockerfile in their order, each with what it does. */
export const stagesOf = (text: string): readonly Stage[] => {
  const stages: { name: string; image: string; steps: Step[] }[] = [];
  for (const step of DockerfileParser.parse(text).getInstructions().map(stepOf)) {
    if (step.keyword !== 'FROM') stages.at(-1)?.steps.push(step);
    else stages.push({ image: step.args[0] ?? '', name: step.args[2] ?? String(stages.length), steps: [] });
  }
  return stages;
};

/** The words of a command in its JSON form; null when it is a line for a shell. */
export const wordsOf = (text: string): readonly string[] | null => {
  if (!text.startsWith('[')) return null;
  return JSON.parse(text) as readonly string[];
};
