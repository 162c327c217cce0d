/** What was found about one thing: `bad` has to be repaired, `odd` only sometimes. */
export interface Finding {
  what: string;
  state: 'good' | 'odd' | 'bad';
  text: string;
}
