const OPENS = /^((?:export )?CAIS_KEY=)\$\((?:curl .*guest_workspaces.*|node -pe .* "\$RESPONSE")\)$/m;
const WHOLE_RESPONSE = /^RESPONSE=\$\(curl .*guest_workspaces\)$/m;

/** Puts the reader's key in the place of the commands that would open another workspace; undefined if there are none. */
export function withKey(code: string, key: string, comment: string): string | undefined {
  if (!OPENS.test(code)) return undefined;
  // The same number of lines, so that nothing on the page moves.
  return code.replace(OPENS, (_, start) => start + key).replace(WHOLE_RESPONSE, () => `# ${comment}`);
}
