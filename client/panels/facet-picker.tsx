import { useState } from 'react';
import { Select } from '../ui/select.tsx';
import { type Answers, type Faceted, narrow } from './facets.ts';

/** Asks a long list as a few short ones. `children` gets what is chosen. */
export const FacetPicker = <T,>({
  list,
  start = {},
  children,
}: {
  readonly list: readonly Faceted<T>[];
  readonly start?: Answers;
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
            onChange={(value) =>
              setAnswers({ ...Object.fromEntries(questions.map((one) => [one.key, one.value])), [question.key]: value })
            }
          />
        ))}
      </div>
      {children(item)}
    </>
  );
};
