import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { alike, complete, type OwnTexts, type Texts } from '../../answers/texts.ts';
import type { ErrorFormat } from '../../dialect/errors/error-format.ts';
import type { Profile } from '../../dialect/profile.ts';
import type { Convention } from './explanation.ts';

/** How to describe a property of a profile (undefined if it is not set), and the default if it is not set. */
type Reading = [property: keyof Profile, describe: (profile: Profile) => OwnTexts | undefined, byDefault: Texts];

const pairs = (map: object | undefined) =>
  map &&
  alike(
    Object.entries(map)
      .map(([from, to]) => `${from} → ${String(to)}`)
      .join(', '),
  );

const readings: Reading[] = [
  ['access', ({ access }) => access?.name, say('explain.access')],
  ['errors', ({ errors }) => errors && describeErrors(errors), say('explain.errors')],
  ['statuses', ({ statuses }) => pairs(statuses), say('explain.statuses')],
  ['times', ({ times }) => times?.name, alike('UTC')],
  ['versions', ({ versions }) => versions?.name, say('explain.versions')],
  ['pagination', ({ pagination }) => pagination?.name, say('explain.pagination')],
  ['pageBody', ({ pageBody }) => pageBody?.name, say('explain.page-body')],
  ['filters', ({ filters }) => filters?.name, say('explain.filters')],
  ['sort', ({ sort }) => sort?.name, say('explain.sort')],
  ['lastChange', ({ lastChange }) => lastChange?.name, say('explain.last-change')],
  ['fields', ({ fields }) => fields?.name, say('explain.fields')],
  ['limits', ({ limits }) => limits?.name, say('explain.limits')],
  ['idempotency', ({ idempotency }) => idempotency?.name, say('explain.idempotency')],
  ['caching', ({ caching }) => caching?.name, say('explain.caching')],
  [
    'formats',
    ({ formats }) => formats && alike(formats.flatMap(({ mediaTypes }) => mediaTypes).join(', ')),
    say('explain.formats'),
  ],
  [
    'charsetRequired',
    ({ charsetRequired }) => (charsetRequired ? say('explain.charset') : undefined),
    say('explain.no-charset'),
  ],
  ['links', ({ links }) => links && alike(links.property), say('explain.links')],
  ['mainRecords', ({ mainRecords }) => pairs(mainRecords), say('explain.main-records')],
  [
    'simulation',
    ({ simulation }) => (simulation === false ? say('explain.no-simulation') : undefined),
    say('explain.simulation'),
  ],
];

/** Describes each convention: what the profile sets, or the default. */
export function explainConventions(profile: Profile): Convention[] {
  return readings.map(([property, describe, byDefault]) => {
    const text = describe(profile);
    return { property, isSaid: text !== undefined, text: text ? complete(text) : byDefault };
  });
}

/** Describes an error format by the properties of a sample error. */
function describeErrors(format: ErrorFormat): Texts {
  const refusal = new Refusal('not_found', alike('…'));
  const { mediaType, body } = format(refusal, { status: 404, requestId: '', publicUrl: '', language: 'en' });
  return alike(`${mediaType}: {${Object.keys(body as object).join(', ')}}`);
}
