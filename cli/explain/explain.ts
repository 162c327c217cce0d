import { defineCommand, UsageError } from '../command.ts';

/** `cais explain <document>`: what the sandbox inferred for each operation of a document, and why. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'Says what the sandbox has inferred from a document, and why',
  usage: '<document or name>',
  most: 1,
  options: {},
  more: `A document is a file, a folder that holds one, or the name of an API in specs/. What is left for a
profile to say is a hint.`,
  async run({ positionals: [word] }) {
    const { apisOfPortal, findDocument } = await import('../find-document.ts');
    if (word === undefined) {
      const names = apisOfPortal().map(({ slug }) => slug);
      throw new UsageError(`Name a document${names.length > 0 ? `, or one of ${names.join(', ')}` : ''}.`);
    }
    const { serveApi } = await import('../../server/sandbox/serve-api.ts');
    const { explainApi } = await import('../../server/plan/explain/explain-api.ts');
    const { printExplanation } = await import('./print-explanation.ts');
    const { createFaultBook } = await import('../../server/openapi/isolation/fault-book.ts');
    const { tellFaults } = await import('../../server/openapi/isolation/tell-faults.ts');
    const faults = createFaultBook();
    const api = await serveApi(findDocument(word), undefined, faults);
    const language = (await import('../system-language.ts')).systemLanguage();
    tellFaults(faults.list(), false, (line) => console.error(line));
    console.log(`${api.title} ${api.version}, served at ${api.basePath}\n`);
    console.log(printExplanation(explainApi(api), language));
    return 0;
  },
});
