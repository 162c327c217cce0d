export type DatabaseKind = 'sqlite' | 'postgres';

/** Whether an error is a unique violation (SQLSTATE 23505; SQLite's extended codes 1555 and 2067). */
export function isUniqueViolation(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === '23505' || errcode === 2067 || errcode === 1555;
}
