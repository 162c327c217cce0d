import type { OlderShape } from 'cais/dialect';

/** In v1 an opportunity has the text `valor` and `moeda` beside it; since v2 both are one object. */
export const oportunidadeV1: OlderShape = {
  // A change may set only one of the two; the other keeps its value.
  up: ({ valor, moeda, ...others }) => {
    const value = { ...(valor !== undefined && { quantia: valor }), ...(moeda !== undefined && { moeda }) };
    return Object.keys(value).length > 0 ? { ...others, valor: value } : others;
  },
  down: (record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) => {
        if (name !== 'valor') return [[name, value]];
        const { quantia, moeda } = value as { quantia: string; moeda: string };
        return [
          ['valor', quantia],
          ['moeda', moeda],
        ];
      }),
    ),
  fields: { valor: 'valor.quantia', moeda: 'valor.moeda' },
};
