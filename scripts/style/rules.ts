import { allowHeader } from './rules/allow-header.ts';
import { createdLocation } from './rules/created-location.ts';
import { deprecationHeaders } from './rules/deprecation-headers.ts';
import { listedStatuses } from './rules/listed-statuses.ts';
import { noPropertyUrls } from './rules/no-property-urls.ts';
import { noVerbs } from './rules/no-verbs.ts';
import { patchChanges } from './rules/patch-changes.ts';
import { pluralCollections } from './rules/plural-collections.ts';
import { problemDetails } from './rules/problem-details.ts';
import { putReplaces } from './rules/put-replaces.ts';
import { snakeCase } from './rules/snake-case.ts';
import { versionFirst } from './rules/version-first.ts';
import type { StyleRule } from './style-rule.ts';

/** The style guide: rules for every document in `specs/`, apart from exemptions in its `style.yaml`. */
export const rules: StyleRule[] = [
  versionFirst,
  snakeCase,
  pluralCollections,
  noVerbs,
  noPropertyUrls,
  putReplaces,
  patchChanges,
  createdLocation,
  listedStatuses,
  allowHeader,
  problemDetails,
  deprecationHeaders,
];
