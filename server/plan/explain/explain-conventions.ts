import { Refusal } from '../../answers/refusal.ts';
import type { Texts } from '../../answers/texts.ts';
import type { ErrorFormat } from '../../dialect/errors/error-format.ts';
import type { Profile } from '../../dialect/profile.ts';
import { alike, type Convention } from './explanation.ts';

/** What a profile says of one of its properties (undefined: nothing), and what holds where it says nothing. */
type Reading = [property: keyof Profile, said: (profile: Profile) => Texts | undefined, otherwise: Texts];

const pairs = (map: object | undefined) =>
  map &&
  alike(
    Object.entries(map)
      .map(([from, to]) => `${from} → ${String(to)}`)
      .join(', '),
  );

const readings: Reading[] = [
  ['access', ({ access }) => access?.name, { en: 'whoever has the scope', pt: 'quem tem o escopo' }],
  [
    'errors',
    ({ errors }) => errors && describeErrors(errors),
    { en: 'the error that the document declares, else RFC 9457', pt: 'o erro que o documento declara, ou a RFC 9457' },
  ],
  ['statuses', ({ statuses }) => pairs(statuses), { en: 'the usual ones', pt: 'os de costume' }],
  ['times', ({ times }) => times?.name, { en: 'universal time', pt: 'hora universal' }],
  [
    'versions',
    ({ versions }) => versions?.name,
    { en: 'one; paths of two versions have nothing in common', pt: 'uma; endereços de duas versões nada têm em comum' },
  ],
  [
    'pagination',
    ({ pagination }) => pagination?.name,
    { en: 'by the names of the parameters of each list', pt: 'pelos nomes dos parâmetros de cada lista' },
  ],
  [
    'pageBody',
    ({ pageBody }) => pageBody?.name,
    { en: 'what the schema of the list promises', pt: 'o que o esquema da lista promete' },
  ],
  [
    'filters',
    ({ filters }) => filters?.name,
    { en: 'declared parameters that are named after a field', pt: 'parâmetros declarados com o nome de um campo' },
  ],
  ['sort', ({ sort }) => sort?.name, { en: 'in the order of creation', pt: 'na ordem de criação' }],
  ['lastChange', ({ lastChange }) => lastChange?.name, { en: 'not followed', pt: 'não se acompanha' }],
  ['fields', ({ fields }) => fields?.name, { en: 'records come whole', pt: 'os registros vêm inteiros' }],
  ['limits', ({ limits }) => limits?.name, { en: 'none', pt: 'nenhum' }],
  [
    'idempotency',
    ({ idempotency }) => idempotency?.name,
    { en: 'each request is done', pt: 'cada requisição é feita' },
  ],
  ['caching', ({ caching }) => caching?.name, { en: 'nothing is told of it', pt: 'nada se diz dele' }],
  [
    'formats',
    ({ formats }) => formats && alike(formats.flatMap(({ mediaTypes }) => mediaTypes).join(', ')),
    { en: 'JSON alone', pt: 'só JSON' },
  ],
  [
    'charsetRequired',
    ({ charsetRequired }) =>
      charsetRequired
        ? { en: 'bodies have to say charset=utf-8', pt: 'o corpo precisa dizer charset=utf-8' }
        : undefined,
    { en: 'goes without saying', pt: 'não precisa ser dito' },
  ],
  ['links', ({ links }) => links && alike(links.property), { en: 'none', pt: 'nenhum' }],
  ['mainRecords', ({ mainRecords }) => pairs(mainRecords), { en: 'none', pt: 'nenhum' }],
  [
    'simulation',
    ({ simulation }) => (simulation === false ? { en: 'switched off', pt: 'desligada' } : undefined),
    { en: 'by the header Prefer', pt: 'pelo cabeçalho Prefer' },
  ],
];

/** Tells of every convention what the profile says of it, or what holds because it says nothing. */
export function explainConventions(profile: Profile): Convention[] {
  return readings.map(([property, said, otherwise]) => {
    const text = said(profile);
    return { property, isSaid: text !== undefined, text: text ?? otherwise };
  });
}

/** The form of an error is read off one. */
function describeErrors(format: ErrorFormat): Texts {
  const refusal = new Refusal('not_found', alike('…'));
  const { mediaType, body } = format(refusal, { status: 404, requestId: '', publicUrl: '', language: 'en' });
  return alike(`${mediaType}: {${Object.keys(body as object).join(', ')}}`);
}
