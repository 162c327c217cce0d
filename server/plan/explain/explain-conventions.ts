import { Refusal } from '../../answers/refusal.ts';
import type { Texts } from '../../answers/texts.ts';
import type { ErrorFormat } from '../../dialect/errors/error-format.ts';
import type { Profile } from '../../dialect/profile.ts';
import { alike, type Convention } from './explanation.ts';

/** How to describe a property of a profile (undefined if it is not set), and the default if it is not set. */
type Reading = [property: keyof Profile, describe: (profile: Profile) => Texts | undefined, byDefault: Texts];

const pairs = (map: object | undefined) =>
  map &&
  alike(
    Object.entries(map)
      .map(([from, to]) => `${from} → ${String(to)}`)
      .join(', '),
  );

const readings: Reading[] = [
  ['access', ({ access }) => access?.name, { en: 'anyone whose key has the scope', pt: 'qualquer chave com o escopo' }],
  [
    'errors',
    ({ errors }) => errors && describeErrors(errors),
    {
      en: 'the error schema that the document declares, else RFC 9457',
      pt: 'o erro que o documento declara, ou o da RFC 9457',
    },
  ],
  ['statuses', ({ statuses }) => pairs(statuses), { en: 'the default ones', pt: 'os padrões' }],
  ['times', ({ times }) => times?.name, { en: 'UTC', pt: 'UTC' }],
  [
    'versions',
    ({ versions }) => versions?.name,
    {
      en: 'none; paths of different versions are unrelated',
      pt: 'nenhuma; caminhos de versões diferentes não têm relação',
    },
  ],
  [
    'pagination',
    ({ pagination }) => pagination?.name,
    { en: 'inferred from the names of each list’s parameters', pt: 'inferida dos nomes dos parâmetros de cada lista' },
  ],
  [
    'pageBody',
    ({ pageBody }) => pageBody?.name,
    { en: 'as the list’s schema declares', pt: 'como o esquema da lista declara' },
  ],
  [
    'filters',
    ({ filters }) => filters?.name,
    { en: 'declared parameters with the name of a field', pt: 'parâmetros declarados com o nome de um campo' },
  ],
  ['sort', ({ sort }) => sort?.name, { en: 'by creation', pt: 'na ordem de criação' }],
  ['lastChange', ({ lastChange }) => lastChange?.name, { en: 'not exposed', pt: 'não é exposta' }],
  ['fields', ({ fields }) => fields?.name, { en: 'records are always complete', pt: 'os registros vêm completos' }],
  ['limits', ({ limits }) => limits?.name, { en: 'none', pt: 'nenhum' }],
  [
    'idempotency',
    ({ idempotency }) => idempotency?.name,
    { en: 'every request is executed', pt: 'toda requisição é processada' },
  ],
  ['caching', ({ caching }) => caching?.name, { en: 'no caching headers', pt: 'sem cabeçalhos de cache' }],
  [
    'formats',
    ({ formats }) => formats && alike(formats.flatMap(({ mediaTypes }) => mediaTypes).join(', ')),
    { en: 'JSON only', pt: 'só JSON' },
  ],
  [
    'charsetRequired',
    ({ charsetRequired }) =>
      charsetRequired
        ? { en: 'bodies must declare charset=utf-8', pt: 'o corpo precisa declarar charset=utf-8' }
        : undefined,
    { en: 'not required', pt: 'não é exigido' },
  ],
  ['links', ({ links }) => links && alike(links.property), { en: 'none', pt: 'nenhum' }],
  ['mainRecords', ({ mainRecords }) => pairs(mainRecords), { en: 'none', pt: 'nenhum' }],
  [
    'simulation',
    ({ simulation }) => (simulation === false ? { en: 'switched off', pt: 'desligada' } : undefined),
    { en: 'by the header Prefer', pt: 'com o cabeçalho Prefer' },
  ],
];

/** Describes each convention: what the profile sets, or the default. */
export function explainConventions(profile: Profile): Convention[] {
  return readings.map(([property, describe, byDefault]) => {
    const text = describe(profile);
    return { property, isSaid: text !== undefined, text: text ?? byDefault };
  });
}

/** Describes an error format by the properties of a sample error. */
function describeErrors(format: ErrorFormat): Texts {
  const refusal = new Refusal('not_found', alike('…'));
  const { mediaType, body } = format(refusal, { status: 404, requestId: '', publicUrl: '', language: 'en' });
  return alike(`${mediaType}: {${Object.keys(body as object).join(', ')}}`);
}
