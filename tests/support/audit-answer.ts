export type AuditFinding =
  | { readonly kind: 'unanswered'; readonly why: string }
  | { readonly kind: 'answered'; readonly dangers: readonly string[] };

type Answer = {
  readonly vulnerabilities?: { readonly [name: string]: { readonly severity?: string; readonly range?: string } };
  readonly message?: string;
  readonly error?: { readonly summary?: string };
};

const DANGEROUS: readonly (string | undefined)[] = ['high', 'critical'];

/** What `npm audit --json` has said; whatever is no report is no answer. */
export const auditFinding = (output: string): AuditFinding => {
  let answer: Answer;
  try {
    answer = JSON.parse(output);
  } catch {
    return { kind: 'unanswered', why: 'no report' };
  }
  const { vulnerabilities, message, error } = answer;
  if (vulnerabilities === undefined)
    return { kind: 'unanswered', why: [error?.summary, message, 'no report'].find(Boolean)?.slice(0, 200) ?? '' };
  const dangers = Object.entries(vulnerabilities).filter(([, { severity }]) => DANGEROUS.includes(severity));
  return {
    kind: 'answered',
    dangers: dangers.map(([name, { severity, range }]) => `${name} ${range ?? ''}: ${severity}`),
  };
};
