/** Longer values fold. */
const long = 160;

/** Formats a value as code: strings without quotes, everything else as JSON. */
export function asCode(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : (JSON.stringify(value) ?? '');
}

/** A value that a schema names; a long one shows its beginning until it is opened. */
export function Value({ value }: { value: unknown }) {
  const code = asCode(value);
  if (code.length <= long) return <code>{code}</code>;
  return (
    <details>
      <summary>
        <code>{`${code.slice(0, 60)}…`}</code>
      </summary>
      <pre>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
