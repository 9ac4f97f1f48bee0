type TermListProps = { readonly rows: readonly (readonly [term: string, value: string])[] };

/** What something is set to, line by line. */
export const TermList = ({ rows }: TermListProps) => (
  <dl className="settings-list">
    {rows.map(([term, value]) => (
      <div key={term}>
        <dt className="soft">{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
