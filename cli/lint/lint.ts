import { defineCommand } from '../command.ts';

/** `cais lint`: what is wrong with documents, by line. */
export const lint = defineCommand({
  name: 'lint',
  summary: 'Checks documents, and names file, line and remedy of each fault',
  usage: '[<document or name> …] [options]',
  most: Number.POSITIVE_INFINITY,
  options: {
    style: { type: 'boolean', help: 'Checks the style guide of Cais, too (docs/style-guide.mdx)' },
  },
  more: `It asks what the server asks when it starts, and, where it is installed, Redocly CLI: by the rules of
redocly.yaml in this folder, or else by the least that it has. Without a document, it checks all APIs
of specs/. Exit code 1 tells of faults.`,
  run: async ({ positionals, values }) => (await import('./lint-documents.ts')).lintDocuments(positionals, values),
});
