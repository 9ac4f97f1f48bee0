/** One question of a choice and its answer, e.g. area: energy. */
export type Facet = { readonly key: string; readonly label: string; readonly value: string; readonly text: string };
export type Faceted<T> = { readonly item: T; readonly facets: readonly Facet[] };
export type Answers = { readonly [key: string]: string };
export type Question = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
};

/**
 * A long list asked as a few questions: each offers what the answers before it have left. An answer
 * that is no longer offered gives way to the first that is.
 */
export const narrow = <T>(
  list: readonly Faceted<T>[],
  answers: Answers,
): { readonly questions: readonly Question[]; readonly item: T | null } => {
  let left = list;
  const questions: Question[] = [];
  for (let at = 0; left.some((one) => one.facets[at] !== undefined); at += 1) {
    const asked = left.filter((one) => one.facets[at] !== undefined);
    const first = asked[0]?.facets[at];
    if (first === undefined) break;
    const options = optionsAt(asked, at, first.key);
    const value = options.find((option) => option.id === answers[first.key])?.id ?? first.value;
    questions.push({ key: first.key, label: first.label, value, options });
    left = asked.filter((one) => one.facets[at]?.key === first.key && one.facets[at]?.value === value);
  }
  return { questions, item: left[0]?.item ?? null };
};

const optionsAt = <T>(list: readonly Faceted<T>[], at: number, key: string): Question['options'] => {
  const options = new Map<string, string>();
  for (const one of list) {
    const facet = one.facets[at];
    if (facet?.key === key && !options.has(facet.value)) options.set(facet.value, facet.text);
  }
  return [...options].map(([id, label]) => ({ id, label }));
};

export const ANYTHING = '*';

/**
 * The same list with every question open: each answer but `any` sifts, and a question is only asked where
 * more than one answer is left by those before it. `skip` leaves out questions that are asked elsewhere.
 */
export const sift = <T>(
  list: readonly Faceted<T>[],
  answers: Answers,
  skip: readonly string[] = [],
): { readonly questions: readonly Question[]; readonly items: readonly T[] } => {
  const keys = [...new Set(list.flatMap(({ facets }) => facets.map((facet) => facet.key)))];
  const questions: Question[] = [];
  let left = list;
  for (const key of keys.filter((one) => !skip.includes(one))) {
    const facets = left.flatMap((one) => one.facets.find((facet) => facet.key === key) ?? []);
    const options = new Map(facets.map((facet) => [facet.value, facet.text]));
    if (options.size < 2) continue;
    const value = options.has(answers[key] ?? '') ? (answers[key] ?? ANYTHING) : ANYTHING;
    const label = facets[0]?.label ?? key;
    questions.push({ key, label, value, options: [...options].map(([id, text]) => ({ id, label: text })) });
    if (value !== ANYTHING)
      left = left.filter((one) => one.facets.some((facet) => facet.key === key && facet.value === value));
  }
  return { questions, items: left.map((one) => one.item) };
};
