/** A customer in JSON. */
export const ana = {
  type: 'individual',
  name: 'Ana Conceição & Filhos',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
  send_invoice_by_email: false,
  tags: ['mensal', 'varejo'],
  metadata: { vendedor: 'Lígia' },
  address: {
    street: 'Rua XV',
    number: '10',
    complement: null,
    district: 'Centro',
    city: 'Santos',
    state: 'SP',
    postal_code: '11010-141',
    country: 'BRA',
  },
};

/** The same customer as a form. */
export const form = new URLSearchParams({
  type: 'individual',
  name: ana.name,
  federal_tax_number: ana.federal_tax_number,
  email: ana.email,
  send_invoice_by_email: 'false',
  'tags[]': 'mensal',
  'metadata[vendedor]': 'Lígia',
  'address[street]': 'Rua XV',
  'address.number': '10',
  'address[complement]': '',
  'address[district]': 'Centro',
  'address[city]': 'Santos',
  'address[state]': 'SP',
  'address[postal_code]': '11010-141',
});
form.append('tags[]', 'varejo');

/** The same customer in XML. */
export const document = `<?xml version="1.0" encoding="UTF-8"?><customer><type>individual</type><name>Ana Conceição &amp; Filhos</name><federal_tax_number>52998224725</federal_tax_number>
    <email>ana@correio.example</email><send_invoice_by_email>false</send_invoice_by_email><tags><tag>mensal</tag><tag>varejo</tag></tags><metadata><vendedor>Lígia</vendedor></metadata>
    <address><street>Rua XV</street><number>10</number><complement/><district>Centro</district><city>Santos</city><state>SP</state><postal_code>11010-141</postal_code></address></customer>`;
