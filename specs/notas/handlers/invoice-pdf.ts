import { PdfWriter, paper, type TextOptions, wrapText } from 'cais/dialect';
import type { Company, Invoice, Party } from './invoice.ts';

const margin = 50;
const right = paper.width - margin;
const bottom = 60;

const statuses: Record<string, string> = {
  processing: 'Em processamento',
  waiting: 'Aguardando a prefeitura',
  issued: 'Emitida',
  rejected: 'Rejeitada',
  error: 'Não emitida, por erro',
  canceled: 'Cancelada',
};

/** Prints an invoice on as many pages as it needs, in Portuguese, as cities do. */
export function invoicePdf(invoice: Invoice, company: Company | undefined): Buffer {
  const sheet = new Sheet();
  const number = invoice.number ? `nº ${invoice.number}` : invoice.id;
  sheet.row('Nota fiscal de serviço (NFS-e)', { size: 17, bold: true });
  sheet.pair('Nota', number, 'Situação', statuses[invoice.status] ?? invoice.status);
  sheet.pair('Emissão', dateTime(invoice.issued_at), 'Competência', date(invoice.service_date));
  sheet.pair('Código de verificação', invoice.verification_code ?? '—', 'Código do serviço', invoice.service_code);
  if (invoice.status_message) sheet.field('Motivo', invoice.status_message);

  sheet.heading('Prestador de serviços');
  if (company) sheet.party(company);
  sheet.heading('Tomador de serviços');
  if (invoice.customer) sheet.party(invoice.customer);

  sheet.heading('Descrição dos serviços');
  sheet.paragraph(invoice.description);
  if (invoice.line_items?.length) {
    sheet.heading('Itens');
    sheet.table(
      ['Descrição', 'Quantidade', 'Preço (R$)'],
      invoice.line_items.map((item) => [item.description, figure(item.quantity ?? 1), money(item.unit_price)]),
    );
  }
  if (invoice.taxes?.length) {
    sheet.heading('Tributos');
    sheet.table(
      ['Tributo', 'Alíquota', 'Valor (R$)'],
      invoice.taxes.map((tax) => [
        tax.type.toUpperCase() + (tax.withheld ? ' (retido pelo tomador)' : ''),
        `${figure(tax.rate)}%`,
        money(tax.amount),
      ]),
    );
  }
  sheet.heading('Totais');
  sheet.table(
    ['', '', ''],
    [
      ['Deduções', '', `R$ ${money(invoice.deductions_amount ?? '0.00')}`],
      ['Valor dos serviços', '', `R$ ${money(invoice.amount)}`],
    ],
  );
  if (invoice.additional_information) {
    sheet.heading('Informações complementares');
    sheet.paragraph(invoice.additional_information);
  }
  return sheet.pdf.end({
    title: `Nota fiscal de serviço ${number}`,
    language: 'pt-BR',
    foot: `${invoice.id} · emitida em um sandbox, sem valor fiscal`,
  });
}

/** Writes down the page, and continues on the next one. */
class Sheet {
  readonly pdf = new PdfWriter();
  private y = 0;

  /** Ensures room for the next element; the first call adds the first page. */
  private down(height: number): number {
    if (this.y - height < bottom) {
      this.pdf.addPage();
      this.y = paper.height - margin;
    }
    this.y -= height;
    return this.y;
  }

  row(text: string, options: TextOptions = {}): void {
    this.pdf.text(margin, this.down((options.size ?? 10) * 1.5), text, options);
  }

  heading(text: string): void {
    this.down(40);
    this.y += 14;
    this.pdf.text(margin, this.y, text, { size: 11, bold: true });
    this.pdf.line(margin, this.down(6), right);
    this.y -= 2;
  }

  paragraph(text: string): void {
    for (const line of wrapText(text, 10, right - margin)) this.row(line);
  }

  field(label: string, value: string, x = margin, y?: number): void {
    const at = y ?? this.down(26);
    this.pdf.text(x, at + 12, label, { size: 8, gray: 0.4 });
    this.pdf.text(x, at, wrapText(value, 10, x === margin ? 240 : right - x)[0] ?? '');
  }

  pair(label: string, value: string, otherLabel: string, otherValue: string): void {
    const y = this.down(28);
    this.field(label, value, margin, y);
    this.field(otherLabel, otherValue, margin + 260, y);
  }

  party(party: Party): void {
    this.pair('Nome', party.name, 'CPF ou CNPJ', taxNumber(party.federal_tax_number));
    const { street, number, complement, district, city, state, postal_code } = party.address ?? {};
    const place = [street && `${street}, ${number}`, complement, district, city && `${city}/${state}`, postal_code]
      .filter(Boolean)
      .join(' – ');
    this.down(4);
    this.paragraph([place, party.email].filter(Boolean).join(' – '));
  }

  table(columns: [string, string, string], rows: [string, string, string][]): void {
    const cells = (y: number, [, middle, last]: [string, string, string], options: TextOptions) => {
      this.pdf.text(right - 110, y, middle, { ...options, right: true });
      this.pdf.text(right, y, last, { ...options, right: true });
    };
    if (columns[0]) {
      const y = this.down(14);
      this.pdf.text(margin, y, columns[0], { size: 8, gray: 0.4 });
      cells(y, columns, { size: 8, gray: 0.4 });
    }
    for (const row of rows) {
      const [first = '', ...rest] = wrapText(row[0], 10, 300);
      const y = this.down(15);
      this.pdf.text(margin, y, first);
      cells(y, row, {});
      for (const line of rest) this.row(line);
    }
  }
}

function figure(value: number): string {
  return value.toLocaleString('pt-BR', { maximumFractionDigits: 4 });
}

/** Amounts are texts, and stay so: a number would lose cents of large ones. */
function money(amount: string): string {
  const [reais = '0', cents = '00'] = amount.split('.');
  return `${reais.replaceAll(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

function date(text: string): string {
  return text.slice(0, 10).split('-').reverse().join('/');
}

function dateTime(text: string | null | undefined): string {
  return text
    ? new Date(text)
        .toLocaleString('pt-BR', { timeZone: 'America/Sao_Paulo', dateStyle: 'short', timeStyle: 'short' })
        .replace(',', ' às')
    : '—';
}

function taxNumber(text: string): string {
  if (text.length === 11) return text.replace(/(.{3})(.{3})(.{3})(..)/, '$1.$2.$3-$4');
  return text.replace(/(..)(.{3})(.{3})(.{4})(..)/, '$1.$2.$3/$4-$5');
}
