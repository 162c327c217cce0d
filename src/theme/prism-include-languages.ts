/** src/ui/tokenize.ts highlights code; this removes the stock highlighter from every page's bundle. */
export default function includeLanguages(): void {}
