import type { Incoming } from '../../answers/incoming.ts';
import { publicPath } from '../../answers/public-path.ts';
import { deprecationHeaders } from '../../dialect/versions/deprecation.ts';
import { findOlderVersion } from '../../dialect/versions/versions.ts';
import type { ServedApi } from '../../plan/served-api.ts';

/** The headers of an older version, on refusals too: its deprecation and sunset, and the successor's address. */
export function deprecationOf(
  { profile: { versions }, basePath, router }: ServedApi,
  { pathBelow = '', apiUrl }: Pick<Incoming, 'pathBelow' | 'apiUrl'>,
  publicUrl: string,
): Record<string, string> | undefined {
  const older = versions && findOlderVersion(versions, pathBelow);
  if (!older) return undefined;
  const instead = versions.translate(pathBelow, versions.newest);
  const successor = router(instead) ? publicPath(apiUrl ?? publicUrl + basePath) + instead : undefined;
  return deprecationHeaders(older, { publicUrl, successor });
}
