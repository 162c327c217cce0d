import { locales } from '../../server/settings/languages.ts';
import { defineCommand, UsageError } from '../command.ts';

/** `cais new <folder>`: a portal to begin with. */
export const newPortal = defineCommand({
  name: 'new',
  summary: 'Writes the folder of a portal with one document and one guide, to begin with',
  usage: '<folder> [options]',
  most: 1,
  options: {
    name: { type: 'string', value: 'text', help: 'What the portal is called (the name of the folder)' },
    language: { type: 'string', value: 'code', help: `Its language: ${locales.join(', ')} (that of this system)` },
  },
  more: `The folder gets cais.config.ts, specs/, docs/ and static/. Put your own document where that of the
sample is.

  cais new my-portal
  cais sandbox my-portal`,
  async run({ positionals: [folder], values: { name, language } }) {
    if (folder === undefined) throw new UsageError('Name the folder: cais new my-portal');
    if (language !== undefined && !locales.some((known) => known === language))
      throw new UsageError(`--language must be one of ${locales.join(', ')}, not "${language}".`);
    return (await import('./write-portal.ts')).writePortal(folder, { name, language });
  },
});
