/** Whether calls went to a sandbox or to the platform API. */
export type CallTarget = 'sandbox' | 'platform';

/** How the API of such a call compares with the portal's own. */
export const comparedWithPortal = { platform: '=', sandbox: '<>' } as const satisfies Record<CallTarget, string>;
