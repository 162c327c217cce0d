import { DocumentFaults, describeFault } from './openapi/faults.ts';
import { findSpecs } from './openapi/find-specs.ts';
import type { OperationPlan } from './sandbox/plan/plan-types.ts';
import { serveApi } from './sandbox/served-api.ts';

/** `npm run explain -- <slug>`: what the sandbox understood of each operation of a document, and why. */
const [slug] = process.argv.slice(2);
const specs = findSpecs(process.env.SPECS_PATH || 'specs');
const spec = specs.find((candidate) => candidate.slug === slug);

if (!spec) {
  console.error(
    `Usage: npm run explain -- <slug>, where <slug> is one of ${specs.map((known) => known.slug).join(', ')}.`,
  );
  process.exit(1);
}

try {
  const api = await serveApi(spec.folder);
  console.log(`${api.title} ${api.version}, served at ${api.basePath}\n`);
  const { access, versions, pageBody, filters, sort, lastChange, times, limits, idempotency, caching } = api.profile;
  const read = { access, versions, 'page body': pageBody, filters, sort, 'last change': lastChange };
  const parts = { ...read, times, limits, idempotency, caching };
  const conventions = Object.entries(parts).flatMap(([name, part]) => (part ? [`${name.padEnd(13)}${part.name}`] : []));
  if (conventions.length > 0) console.log(`${conventions.join('\n')}\n`);
  for (const plan of api.plan.operations.values()) console.log(`${describe(plan)}\n`);
  const counts = Map.groupBy(api.seed, ({ store }) => store)
    .entries()
    .map(([store, records]) => `${store} ${records.length}`);
  console.log(`Seed records: ${[...counts].join(', ') || 'none'}`);
} catch (error) {
  if (!(error instanceof DocumentFaults)) throw error;
  for (const fault of error.faults) console.error(describeFault(fault));
  process.exit(1);
}

function describe({
  operation,
  role,
  resource,
  parents,
  idParameter,
  list,
  pager,
  filters,
  success,
  putCreates,
  why,
}: OperationPlan): string {
  const lines: [string, string | undefined][] = [
    ['role', putCreates ? `${role}, or create with the caller's id` : role],
    [
      'store',
      resource &&
        [resource.store, ...parents.map(({ parameter, store }) => `below ${store ?? '?'} {${parameter}}`)].join(' '),
    ],
    [
      'id key',
      resource &&
        `${resource.idKey ?? 'the path alone'} (${resource.idType})${idParameter ? `, from {${idParameter}}` : ''}`,
    ],
    ['list', list && (list.key ? `in "${[list.within, list.key].filter(Boolean).join('.')}"` : 'the answer itself')],
    ['pager', list && (pager?.name ?? 'none: the whole list, 1,000 at most')],
    [
      'filters',
      Object.keys(filters).length > 0
        ? Object.entries(filters)
            .map(([from, to]) => `${from} → ${to}`)
            .join(', ')
        : undefined,
    ],
    [
      'answers',
      [success.status, success.mediaType, success.recordKey && `record in "${success.recordKey}"`]
        .filter(Boolean)
        .join(' '),
    ],
    ['why', why.join('; ')],
  ];
  const details = lines.flatMap(([name, text]) => (text ? [`  ${name.padEnd(8)}${text}`] : []));
  return [`${operation.method.toUpperCase()} ${operation.path}`, ...details].join('\n');
}
