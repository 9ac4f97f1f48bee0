import type { LIMITS as SERVER_LIMITS } from '../../shared/protocol/input-schema.ts';
import { t } from '../text/text.ts';
import { TextField } from './text-field.tsx';

// The server's own; the compiler refuses any other. To import the value would bring its validator to the first page.
const NAME_LIMIT: (typeof SERVER_LIMITS)['name'] = 24;

type NameFieldProps = {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly placeholder?: string;
  /** Under the field. */ readonly note?: string;
  /** Without it, the name of whoever plays. */ readonly label?: string;
};

/** What somebody wants to be called at a table or by a class. */
export const NameField = ({ label = t('name.label'), ...field }: NameFieldProps) => (
  <TextField label={label} maxLength={NAME_LIMIT} autoComplete="nickname" {...field} />
);
