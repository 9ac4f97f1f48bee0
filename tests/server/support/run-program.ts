import { spawn } from 'node:child_process';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** A program in a process of its own, stopped if it takes longer than `longest` ms; what it has said so far, and how it ends. */
export const runProgram = (file: string, args: readonly string[], longest: number) => {
  const child = spawn(file, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const alarm = setTimeout(() => child.kill('SIGKILL'), longest);
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      clearTimeout(alarm);
      resolve({ code, ...said });
    }),
  );
  return { said, ended };
};
