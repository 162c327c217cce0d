export type ReadmeLanguage = 'pt' | 'en';
export function writeReadme(..._: unknown[]): string {
  return '';
}
