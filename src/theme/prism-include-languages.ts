/** Code is coloured by src/ui/tokenize.ts; this keeps the stock highlighter out of every page's weight. */
export default function includeLanguages(): void {}
