import { Refusal } from '../../dialect/errors/refusal.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { makeId } from '../make-id.ts';
import { makeRecord, readOnlyProperties } from '../make-record.ts';
import { findRecord, type Place, type StoredRecord } from '../record-store.ts';
import { answerRecord } from './answer-record.ts';
import { type Behaviour, bodyOf, type Call, clockOf, parentValues, placeOfCall, resourceOf, rulesOf } from './call.ts';
import { checkReferences } from './check-references.ts';
import { saveNewRecord } from './save-record.ts';

const attempts = 5;

/** Creates a record with an id of the server's, or with the caller's where the id is a property that callers may write. */
export const create: Behaviour = async (call) => {
  const place = await placeOfCall(call);
  await checkReferences(call);
  const given = callersId(call);
  const record = await keep(call, place, given);
  const { id } = record;
  const url = `${call.url.split('?')[0]?.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
  const headers =
    call.plan.success.status === 201 && call.plan.resource?.itemPath ? { location: new URL(url).pathname } : undefined;
  return answerRecord(call, record.body, { url, headers });
};

function callersId(call: Call): string | undefined {
  const resource = resourceOf(call);
  const value = resource.idKey && bodyOf(call)[resource.idKey];
  if (
    value === undefined ||
    value === null ||
    readOnlyProperties(call.api.document, resource).has(resource.idKey ?? '')
  )
    return undefined;
  return String(value);
}

/** Whether callers must choose the id; one that they need not choose gives way to another when it is taken. */
function isRequired({ api, plan, bodyType }: Call): boolean {
  const schema = bodyType && plan.operation.requestBody?.content[bodyType]?.schema;
  return Boolean(schema && shapeOf(api.document, schema).required.has(plan.resource?.idKey ?? ''));
}

/** An id that is taken gives way to another, unless the caller had to choose it. */
async function keep(call: Call, place: Place, given: string | undefined): Promise<StoredRecord> {
  const { document } = call.api;
  let wanted = given;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const options = { prefix: rulesOf(call).idPrefix, afresh: attempt > 1 };
    const id = wanted ?? (await makeId(call.db, document, resourceOf(call), place, options));
    const body = makeRecord(document, resourceOf(call), bodyOf(call), {
      id,
      ...clockOf(call),
      parents: parentValues(call),
    });
    const kept = (await isTakenElsewhere(call, place, id)) ? undefined : await saveNewRecord(call, place, id, body);
    if (kept) return kept;
    if (wanted !== undefined && isRequired(call)) throw alreadyExists(wanted);
    wanted = undefined;
  }
  throw new Error(`No free id was found for ${place.store} in ${attempts} attempts.`);
}

/** Where a record has an address that names nothing above it, its id is one in the whole store. */
async function isTakenElsewhere(call: Call, place: Place, id: string): Promise<boolean> {
  if (!resourceOf(call).standsAlone || id !== callersId(call)) return false;
  return (await findRecord(call.db, { ...place, parent: undefined }, id)) !== undefined;
}

export function alreadyExists(id: string): Refusal {
  return new Refusal('already_exists', {
    en: `A record with the id "${id}" exists already. Send another id, or change that record.`,
    pt: `Já existe um registro com o id "${id}". Envie outro id ou altere aquele registro.`,
  });
}
