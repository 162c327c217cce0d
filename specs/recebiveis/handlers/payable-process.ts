import type { OperationHandler } from 'cais/dialect';

const states: Record<string, string> = { PROCESSING: 'PROCESSING', REJECTED: 'FAILED' };

/** The progress of processing a payable; it stays done, whatever happens to the payable later. */
export const getPayableProcess: OperationHandler = async (call) => {
  const { id, sponsorId, status, createdAt, updatedAt, processedAt, rejectionReasons } = await call.record();
  const payable = `${call.baseUrl}/sponsors/${sponsorId}/payables/${id}`;
  const state = states[String(status)] ?? 'DONE';
  return call.answer({
    status: state,
    startedAt: createdAt,
    // A cancellation during processing ends it.
    finishedAt: state === 'PROCESSING' ? null : (processedAt ?? updatedAt),
    notifications: rejectionReasons ?? [],
    _links: {
      self: { href: `${payable}/process`, type: 'GET' },
      payable: { href: payable, type: 'GET' },
    },
  });
};
