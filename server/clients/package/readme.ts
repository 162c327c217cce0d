import type { MessageKey } from '../../answers/catalogue.ts';
import { say } from '../../answers/say.ts';
import { findOverlay } from '../../openapi/overlay-files.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { type Locale, languageOf } from '../../settings/languages.ts';
import { isIdentifier, quote } from '../names.ts';
import type { NamedOperation } from '../operations/named-operation.ts';
import { schemesOfClient } from '../security.ts';
import { packageName } from './package-name.ts';

/** What a document may say about who may use its API. */
interface Terms {
  license?: { name?: string; url?: string; identifier?: string };
  termsOfService?: string;
}

/** `README.md`: how to install the client, call the API and read its results, with operations of this API. */
export function writeReadme(api: ServedApi, named: NamedOperation[], publicUrl: string, language: Locale): string {
  const texts = (key: MessageKey) => say(key)[languageOf(language)];
  const { summary, description } = api.document.info;
  const file = findOverlay(api.folder, language) ? `client.${language}.tgz` : 'client.tgz';
  const list = named.find(({ operation, plan }) => plan.role === 'list' && takesNothing(operation));
  const first = list ?? named.find(({ operation }) => takesNothing(operation)) ?? named[0];
  const parts = [
    `# ${packageName(api)}`,
    [api.title, api.version].join(' ') + (summary ? `: ${summary}` : ''),
    summary ? undefined : description?.split('\n\n')[0],
    texts('client.generated'),
    code('sh', `npm install ${publicUrl}/downloads/${api.slug}/${file}`),
    first && `## ${texts('client.call')}`,
    first && code('ts', callExample(api, first)),
    first && texts('client.results'),
    list && `## ${texts('client.pages')}`,
    list && texts('client.page-fields'),
    list && code('ts', pageExample(api, list)),
    `## ${texts('client.errors')}`,
    texts('client.error-kinds'),
    ...termsOf(api.document.info as ServedApi['document']['info'] & Terms, texts('client.terms')),
  ];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function takesNothing({ parameters, requestBody }: NamedOperation['operation']): boolean {
  return !requestBody?.required && !parameters.some(({ required, in: place }) => required || place === 'path');
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function callExample(api: ServedApi, { name, operation }: NamedOperation): string {
  const [scheme] = Object.keys(schemesOfClient(api));
  const auth =
    scheme === undefined ? '' : `{ auth: { ${isIdentifier(scheme) ? scheme : quote(scheme)}: process.env.API_KEY } }`;
  const path = operation.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
  const filled = path.map((each) => `${isIdentifier(each) ? each : quote(each)}: '…'`).join(', ');
  const request = filled === '' ? '' : `, { path: { ${filled} } }`;
  return `import { createClient, ${name} } from '${packageName(api)}';

const client = createClient(${auth});
const { data, error, status, requestId } = await ${name}(client${request});
if (error) console.error(status, requestId, error);
else console.log(data);`;
}

function pageExample(api: ServedApi, { name }: NamedOperation): string {
  return `import { items } from '${packageName(api)}';

const { page } = await ${name}(client);
console.log(page?.current, page?.pages, page?.perPage, page?.total);

for await (const { data, error } of items(client, ${name})) {
  if (error) console.error(error);
  else console.log(data);
}`;
}

function termsOf({ license, termsOfService }: Terms, title: string): string[] {
  const name = license?.name ?? license?.identifier;
  const lines = [
    name && license?.url ? `[${name}](${license.url})` : name,
    termsOfService && `<${termsOfService}>`,
  ].filter((line) => line);
  return lines.length > 0 ? [`## ${title}`, lines.join('\n\n')] : [];
}
