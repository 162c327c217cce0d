import { Changes } from './Changes.tsx';
import { OperationEnd } from './OperationEnd.tsx';
import { VersionSwitch } from './VersionSwitch.tsx';

/** What a page shows of several versions. Most operations have one: a browser loads these for the others alone (OperationRoute.tsx). */
export const versionParts = { Changes, OperationEnd, VersionSwitch };

export type VersionParts = typeof versionParts;
