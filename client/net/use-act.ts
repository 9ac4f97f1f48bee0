import { useCallback, useState } from 'react';
import { problemOf } from './problem.ts';

export type Act = {
  readonly busy: boolean;
  /** a sentence */ readonly problem: string | null;
  readonly run: (what: () => Promise<void>) => void;
  readonly say: (problem: string | null) => void;
};

/** One thing that is being asked of the server: busy until it answers, then nothing or a sentence. */
export const useAct = (): Act => {
  const [busy, setBusy] = useState(false);
  const [problem, say] = useState<string | null>(null);
  const run = useCallback((what: () => Promise<void>) => {
    setBusy(true);
    say(null);
    what()
      .catch((error: unknown) => say(problemOf(error).message))
      .finally(() => setBusy(false));
  }, []);
  return { busy, problem, run, say };
};
