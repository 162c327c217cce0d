import type { Language } from '../../../settings/languages.ts';

/** Short texts of the kinds for which there are no names: what a person could have written there. */
export interface OwnWords {
  sample: string;
  notes: readonly string[];
  titles: readonly string[];
  tags: readonly string[];
  departments: readonly string[];
  jobs: readonly string[];
  status: string;
  kind: string;
  priority: string;
  role: string;
  unit: string;
  line2: string;
  genders: readonly string[];
}

export const ownWords: Record<Language, OwnWords> = {
  pt: {
    sample: 'Texto de exemplo',
    notes: [
      'Combinado por telefone com o responsável.',
      'Conferido e liberado para envio.',
      'Entrega pela manhã, na recepção.',
      'Referente ao pedido do mês.',
      'Atualizado a pedido do cliente.',
      'Aguardando a confirmação do setor financeiro.',
    ],
    titles: [
      'Renovação do contrato',
      'Revisão mensal',
      'Pedido de orçamento',
      'Reunião de acompanhamento',
      'Plano de entrega',
    ],
    tags: ['prioritário', 'recorrente', 'varejo', 'piloto', 'sudeste'],
    departments: ['Financeiro', 'Comercial', 'Operações', 'Tecnologia', 'Atendimento'],
    jobs: [
      'Analista financeira',
      'Gerente de produto',
      'Engenheiro de software',
      'Coordenadora de vendas',
      'Assistente administrativo',
    ],
    status: 'ativo',
    kind: 'padrão',
    priority: 'normal',
    role: 'membro',
    unit: 'un',
    line2: 'Apto',
    genders: ['feminino', 'masculino'],
  },
  en: {
    sample: 'Sample text',
    notes: [
      'Agreed with the customer by phone.',
      'Checked and ready to ship.',
      'Deliver in the morning, at the front desk.',
      "Refers to this month's order.",
      "Updated at the customer's request.",
      'Waiting for approval from finance.',
    ],
    titles: ['Contract renewal', 'Monthly review', 'Request for a quote', 'Follow-up meeting', 'Delivery plan'],
    tags: ['priority', 'recurring', 'retail', 'pilot', 'northeast'],
    departments: ['Finance', 'Sales', 'Operations', 'Engineering', 'Support'],
    jobs: ['Financial analyst', 'Product manager', 'Software engineer', 'Sales coordinator', 'Office assistant'],
    status: 'active',
    kind: 'standard',
    priority: 'normal',
    role: 'member',
    unit: 'unit',
    line2: 'Apt.',
    genders: ['female', 'male'],
  },
  es: {
    sample: 'Texto de ejemplo',
    notes: [
      'Acordado por teléfono con el cliente.',
      'Revisado y listo para el envío.',
      'Entregar por la mañana, en recepción.',
      'Corresponde al pedido del mes.',
      'Actualizado a petición del cliente.',
      'A la espera de la aprobación de finanzas.',
    ],
    titles: [
      'Renovación del contrato',
      'Revisión mensual',
      'Solicitud de presupuesto',
      'Reunión de seguimiento',
      'Plan de entrega',
    ],
    tags: ['prioritario', 'recurrente', 'minorista', 'piloto', 'norte'],
    departments: ['Finanzas', 'Ventas', 'Operaciones', 'Tecnología', 'Atención al cliente'],
    jobs: [
      'Analista financiera',
      'Jefa de producto',
      'Ingeniero de software',
      'Coordinadora de ventas',
      'Auxiliar administrativo',
    ],
    status: 'activo',
    kind: 'estándar',
    priority: 'normal',
    role: 'miembro',
    unit: 'ud',
    line2: 'Piso',
    genders: ['femenino', 'masculino'],
  },
};

/** What is usual in the country that a language stands for. */
export const countries: Record<
  Language,
  { name: string; codes: string[]; currency: string; locale: string; zone: string }
> = {
  pt: { name: 'Brasil', codes: ['BR', 'BRA'], currency: 'BRL', locale: 'pt-BR', zone: 'America/Sao_Paulo' },
  en: { name: 'United States', codes: ['US', 'USA'], currency: 'USD', locale: 'en-US', zone: 'America/New_York' },
  es: { name: 'España', codes: ['ES', 'ESP'], currency: 'EUR', locale: 'es-ES', zone: 'Europe/Madrid' },
};
