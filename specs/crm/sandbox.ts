import {
  cursorPager,
  defineProfile,
  entityTags,
  fieldFilters,
  flagFilters,
  gradualThrottling,
  pathVersions,
  problemDetails,
  signedSort,
} from 'cais/dialect';
import { enviarEmail } from './handlers/enviar-email.ts';
import { oportunidadeV1 } from './oportunidade-v1.ts';

export const profile = defineProfile({
  errors: problemDetails,
  // The style guide has no other status for an unexpected or unprocessable request.
  statuses: { already_exists: 422, precondition_failed: 422, not_acceptable: 400, too_large: 400 },
  versions: pathVersions({
    newest: 'v2',
    older: {
      v1: {
        deprecated: '2026-06-30T03:00:00Z',
        sunset: '2027-06-30T03:00:00Z',
        guide: '/guides/versions',
        shapes: { oportunidades: oportunidadeV1 },
      },
    },
  }),
  pagination: cursorPager({ cursor: 'cursor', limit: 'limite', size: 20, max: 100, start: '' }),
  // Its Link headers name the newer version, not other pages.
  linkHeader: false,
  filters: flagFilters({ nao_enviados: { field: 'enviado', value: 'false' } }, fieldFilters()),
  sort: signedSort({ parameter: 'ordenar' }),
  limits: gradualThrottling({ requests: 300, seconds: 60, soft: 240, policy: 'workspace' }),
  caching: entityTags(),
  handlers: { enviarEmail, enviarEmailV1: enviarEmail },
  resources: {
    usuarios: {
      unique: ['email'],
      events: {
        name: 'usuario',
        created: ['usuario_cadastrado'],
        changed: ['usuario_alterado'],
        deleted: ['usuario_excluido'],
      },
    },
    oportunidades: {
      references: { responsavel_id: 'usuarios' },
      events: {
        name: 'oportunidade',
        created: ['oportunidade_cadastrada'],
        changed: ['oportunidade_alterada'],
        deleted: ['oportunidade_excluida'],
      },
    },
    anexos: {
      references: { oportunidade_id: 'oportunidades' },
      events: {
        name: 'anexo',
        created: ['anexo_cadastrado'],
        changed: ['anexo_alterado'],
        deleted: ['anexo_excluido'],
      },
    },
    sessoes_usuario: {
      references: { usuario_id: 'usuarios' },
      events: { name: 'sessao_usuario', created: ['sessao_iniciada'], deleted: ['sessao_encerrada'] },
    },
    emails: { events: { name: 'email', created: ['email_enviado'] } },
  },
});
