import type { OperationHandler } from '../../../server/dialect/handlers/operation-handler.ts';

const states: Record<string, string> = { PROCESSING: 'PROCESSING', REJECTED: 'FAILED' };

/** Tells how the processing of a payable goes; whatever happens to the payable later, it has been done. */
export const getPayableProcess: OperationHandler = async (call) => {
  const { id, sponsorId, status, createdAt, updatedAt, processedAt, rejectionReasons } = await call.record();
  const payable = `${call.baseUrl}/sponsors/${sponsorId}/payables/${id}`;
  const state = states[String(status)] ?? 'DONE';
  return call.answer({
    status: state,
    startedAt: createdAt,
    // Who cancels in the middle of it ends it.
    finishedAt: state === 'PROCESSING' ? null : (processedAt ?? updatedAt),
    notifications: rejectionReasons ?? [],
    _links: {
      self: { href: `${payable}/process`, type: 'GET' },
      payable: { href: payable, type: 'GET' },
    },
  });
};
