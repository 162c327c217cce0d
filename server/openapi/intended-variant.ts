import type { AnySchema, ErrorObject } from 'ajv/dist/2020.js';

/** Checks a value against one variant of a oneOf or anyOf. */
export type CheckVariant = (schema: AnySchema, value: unknown) => ErrorObject[];

/** How many failed choices are explained by their closest variant; the others are told as they are. */
const maxChoices = 100;

/** How many errors of one check are compared; a body has more only when it is wrong all over. */
const maxErrors = 1000;

/**
 * Ajv reports the errors of every variant of a failed oneOf or anyOf.
 * Keeps only those of the variant that was most likely intended: the closest one.
 */
export function onlyIntendedVariants(
  errors: ErrorObject[],
  check: CheckVariant,
  budget = { choices: maxChoices },
): ErrorObject[] {
  if (!errors.some(isFailedChoice)) return errors;
  let rest = errors.slice(0, maxErrors);
  let intended: ErrorObject[] = [];
  const keys = new Map(rest.map((error) => [error, keyOf(error)]));
  for (let failed = rest.find(isFailedChoice); failed && budget.choices > 0; failed = rest.find(isFailedChoice)) {
    budget.choices--;
    const { data, schema, instancePath } = failed;
    const variants = (schema as AnySchema[]).map((variant) =>
      check(variant, data)
        .slice(0, maxErrors)
        .map((error) => ({ ...error, instancePath: instancePath + error.instancePath })),
    );
    const reported = new Set(variants.flat().map(keyOf));
    rest = rest.filter((error) => error !== failed && !reported.has(keys.get(error) ?? ''));
    intended = [...onlyIntendedVariants(nearest(variants, instancePath), check, budget), ...intended];
  }
  return [...rest, ...intended];
}

/**
 * Drops the error that several variants of a oneOf match where they also match when the value has only the properties that one of
 * them requires: the document gives no way to distinguish them, so no caller could.
 */
export function forgiveAmbiguousChoices(
  errors: ErrorObject[],
  check: CheckVariant,
  requiredOf: (schema: AnySchema) => Set<string>,
): ErrorObject[] {
  return errors.filter(({ keyword, schema, params, data }) => {
    const passing = keyword === 'oneOf' && Array.isArray(schema) && (params.passingSchemas as number[] | null);
    if (!passing || typeof data !== 'object' || data === null) return true;
    const variants = passing.map((index) => schema[index] as AnySchema);
    return !variants.some((variant) => {
      const least = Object.fromEntries(Object.entries(data).filter(([name]) => requiredOf(variant).has(name)));
      return variants.every((each) => check(each, least).length === 0);
    });
  });
}

/** A oneOf that fails because several variants match has no variant errors. */
function isFailedChoice({ keyword, schema, params }: ErrorObject): boolean {
  return (keyword === 'oneOf' || keyword === 'anyOf') && Array.isArray(schema) && !params.passingSchemas;
}

/** The errors of the closest variant; on a tie, those that all of them share. */
function nearest(variants: ErrorObject[][], path: string): ErrorObject[] {
  const distances = variants.map((errors) => errors.reduce((sum, error) => sum + weightOf(error, path), 0));
  const least = Math.min(...distances);
  const [first = [], ...others] = variants.filter((_, index) => distances[index] === least);
  const placeOf = ({ instancePath, keyword, params }: ErrorObject) =>
    `${instancePath} ${keyword} ${params.missingProperty}`;
  const places = [first, ...others].map((errors) => new Set(errors.map(placeOf)));
  const agreed = [first, ...others].flat().filter((error) => places.every((known) => known.has(placeOf(error))));
  return agreed.length > 0 ? agreed : first;
}

/** A value of another type, or with another constant, was hardly intended for that variant. */
function weightOf({ instancePath, keyword }: ErrorObject, path: string): number {
  if ((keyword === 'type' || keyword === 'false schema') && instancePath === path) return 100;
  const isOwnField = instancePath.startsWith(`${path}/`) && !instancePath.slice(path.length + 1).includes('/');
  return isOwnField && (keyword === 'const' || keyword === 'enum') ? 10 : 1;
}

function keyOf({ instancePath, keyword, params }: ErrorObject): string {
  return JSON.stringify([instancePath, keyword, params]);
}
