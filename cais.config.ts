import type { PortalConfig } from 'cais/portal';

/** The portal that ships with Cais: five APIs that show what it does. */
const config: PortalConfig = {
  name: 'Cais',
  languages: ['pt-BR', 'en', 'es'],
  tagline: {
    'pt-BR': 'O portal de APIs com um sandbox que se lembra',
    en: 'A developer portal whose sandbox remembers',
    es: 'El portal de APIs con un sandbox que recuerda',
  },
  logo: { light: 'logo.svg', dark: 'logo-dark.svg' },
  favicon: 'favicon.svg',
  card: 'card.png',
  footer: {
    text: {
      'pt-BR': 'Cais é um portal de APIs de código aberto, com um sandbox que se lembra.',
      en: 'Cais is an open-source API portal whose sandbox remembers.',
      es: 'Cais es un portal de APIs de código abierto, con un sandbox que recuerda.',
    },
  },
  home: { firstCall: 'notas/createCustomer' },
};

export default config;
