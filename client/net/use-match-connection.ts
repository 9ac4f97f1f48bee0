import { useCallback, useEffect, useState } from 'react';
import { connectMatch, type MatchConnection } from './match-connection.ts';
import { sessionReady } from './renewal.ts';
import { consoleToken, session } from './session.ts';

export type MatchRole = 'seat' | 'spectator' | 'facilitator';
type Following = { readonly connection: MatchConnection | null; readonly failed: boolean; readonly again: () => void };

/** Follows a match while the page shows it. `again` starts over, as after sitting down. */
export const useMatchConnection = (match: string, viewer: MatchRole, classId: string | null): Following => {
  const [connection, setConnection] = useState<MatchConnection | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens a new connection
  useEffect(() => {
    let open: MatchConnection | null = null;
    let left = false;
    Promise.all([import('../../shared/scenarios/scenarios.ts'), sessionReady()]).then(
      ([{ SCENARIOS, scenarioById }]) => {
        const scenario = SCENARIOS[0];
        if (left || scenario === undefined) return;
        const token = (): string | null =>
          viewer === 'facilitator' && classId !== null ? consoleToken(classId) : session.get().token;
        open = connectMatch({ match, viewer, token, scenario, scenarioById });
        setConnection(open);
      },
      () => setFailed(true),
    );
    return () => {
      left = true;
      open?.close();
      setConnection(null);
    };
  }, [match, viewer, classId, attempt]);

  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { connection, failed, again };
};
