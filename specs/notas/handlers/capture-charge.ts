import { type OperationHandler, Refusal } from 'cais/dialect';

/** Captures an authorised charge, once: a second capture is refused, even at the same moment. */
export const captureCharge: OperationHandler = async (call) => {
  const now = call.now.toISOString();
  const captured = await call.change((charge) => {
    if (charge.status !== 'authorized') throw alreadyCaptured(String(charge.id));
    return { ...charge, status: 'captured', captured_at: now, updated_at: now };
  });
  return call.answer(captured);
};

function alreadyCaptured(id: string): Refusal {
  return new Refusal('invalid_state', {
    en: `The charge ${id} was already captured. Read it to see when; to charge again, create another one.`,
    pt: `A cobrança ${id} já foi capturada. Consulte-a para ver quando; para cobrar de novo, crie outra.`,
    es: `El cobro ${id} ya se capturó. Consúltalo para ver cuándo; para cobrar de nuevo, crea otro.`,
  });
}
