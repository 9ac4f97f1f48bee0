import { useState } from 'react';
import { Select } from '../ui/select.tsx';
import { type Answers, type Faceted, narrow } from './facets.ts';

/** Asks a long list as a few short ones. `children` gets what is chosen. */
export const FacetPicker = <T,>({
  list,
  start = {},
  usual,
  children,
}: {
  readonly list: readonly Faceted<T>[];
  readonly start?: Answers;
  /** After an answer: answers to later questions that are likelier than the first on offer. */
  readonly usual?: (changed: string, answers: Answers) => Answers;
  readonly children: (item: T | null) => React.ReactNode;
}) => {
  const [answers, setAnswers] = useState<Answers>(start);
  const { questions, item } = narrow(list, answers);
  return (
    <>
      <div className="panel-two">
        {questions.map((question) => (
          <Select
            key={question.key}
            label={question.label}
            options={question.options}
            value={question.value}
            onChange={(value) => {
              const kept = Object.fromEntries(questions.map((one) => [one.key, one.value]));
              setAnswers({
                ...start,
                ...kept,
                ...usual?.(question.key, { ...kept, [question.key]: value }),
                [question.key]: value,
              });
            }}
          />
        ))}
      </div>
      {children(item)}
    </>
  );
};
