import { pointerOf } from '../../../server/openapi/faults.ts';
import type { ApiDocument } from '../../../server/openapi/load-api.ts';
import { placeOfApi } from '../../../server/openapi/place-of-api.ts';
import { pathsOf, segmentsOf } from '../collections.ts';
import type { Breach, StyleRule } from '../style-rule.ts';

const version = /^v[1-9]\d*$/;
const versionLike = /^v\d+([._-]\d+)*$/i;

/** `/v2/customers`: the version is visible at a glance, with nothing before it except the portal's own prefix. */
export const versionFirst: StyleRule = {
  name: 'version-first',
  requirement: 'The version is the first segment of every URL: /v2/customers.',
  check: (api) => {
    const servers = serversOf(api);
    const hasVersion = servers.some(({ segments }) => segments.length > 0);
    const underServers = servers.flatMap(({ url, segments, pointer }) =>
      !hasVersion || isVersionFirst(segments)
        ? []
        : [breach(url, pointer, `The address ${url} does not begin with its version.`)],
    );
    const inPaths = pathsOf(api).flatMap((path) => {
      const segments = segmentsOf(path);
      const isRight = hasVersion ? !segments.some((segment) => versionLike.test(segment)) : isVersionFirst(segments);
      if (isRight) return [];
      const message = hasVersion
        ? `The path ${path} has a version below another segment.`
        : `The path ${path} does not begin with its version.`;
      return [breach(path, pointerOf(['paths', path]), message)];
    });
    return [...underServers, ...inPaths];
  },
};

function isVersionFirst([first = '', ...others]: string[]): boolean {
  return version.test(first) && !others.some((segment) => versionLike.test(segment));
}

/** The servers with their path segments after the host, or after this portal's own prefix. */
function serversOf(api: ApiDocument): { url: string; segments: string[]; pointer: string }[] {
  const own = placeOfApi(api);
  return (api.document.servers ?? []).map(({ url, variables = {} }, index) => {
    const written = url.replace(/\{([^}]+)\}/g, (_, name: string) => variables[name]?.default ?? name);
    const path = `${written.replace(/^(https?:)?\/\/[^/]+/, '')}/`;
    return {
      url,
      segments: segmentsOf(path.startsWith(`${own}/`) ? path.slice(own.length) : path),
      pointer: pointerOf(['servers', index]),
    };
  });
}

function breach(subject: string, pointer: string, message: string): Breach {
  return { subject, pointer, message, remedy: 'Put one version (v1, v2, …) at the beginning, and nowhere else.' };
}
