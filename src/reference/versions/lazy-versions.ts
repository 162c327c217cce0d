import { lazy } from 'react';

/* Most pages have one version: what tells of several is in the HTML of those that have, and its code is loaded by them alone. */

export const Changes = lazy(async () => ({ default: (await import('./Changes.tsx')).Changes }));
export const OlderVersion = lazy(async () => ({ default: (await import('./OlderVersion.tsx')).OlderVersion }));
export const OperationEnd = lazy(async () => ({ default: (await import('./OperationEnd.tsx')).OperationEnd }));
export const VersionSwitch = lazy(async () => ({ default: (await import('./VersionSwitch.tsx')).VersionSwitch }));
