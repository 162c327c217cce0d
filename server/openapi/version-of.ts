/** The versions of OpenAPI that are read; all of them are served as 3.1, with what 3.2 has besides. */
export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** The version that a document says it has; undefined if it is none that is known. */
export function findVersion(document: unknown): OpenApiVersion | undefined {
  const { swagger, openapi } = (document ?? {}) as { swagger?: unknown; openapi?: unknown };
  // `swagger: 2.0` without quotes is a number.
  if (openapi === undefined && (swagger === '2.0' || swagger === 2)) return '2.0';
  // So is `openapi: 3.1`.
  const text = openapi === 3 ? '3.0' : String(openapi);
  return (['3.0', '3.1', '3.2'] as const).find((version) => text === version || text.startsWith(`${version}.`));
}
