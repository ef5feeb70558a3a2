import type { Words } from '../../kernel/words.js';

/** What a code confirms. */
export interface OrderToConfirm {
  readonly code: string;
  readonly organiserName: string;
  readonly poolTitle: string;
  readonly lines: readonly { readonly quantityPacks: number; readonly name: Words }[];
}

const listed = (lines: OrderToConfirm['lines'], language: keyof Words): string =>
  lines
    .map(
      ({ quantityPacks, name }) =>
        `${quantityPacks} ${language === 'id' ? 'kemasan' : 'packs of'} ${name[language]}`,
    )
    .join(', ');

/** What an officer of a koperasi reads outside the system before reading the code out, Bahasa Indonesia first. */
export const wordOrderCode = ({ code, organiserName, poolTitle, lines }: OrderToConfirm): string =>
  [
    `Sepikul: ${organiserName} menuliskan pesanan koperasi Anda di putaran "${poolTitle}": ${listed(lines, 'id')}. Bila benar, bacakan kode ${code} kepada penyelenggara; pesanan ini mengikat saat putaran ditutup. Bila tidak benar, jangan berikan kodenya.`,
    `Sepikul: ${organiserName} wrote down an order of your koperasi in the pool "${poolTitle}": ${listed(lines, 'en')}. If it is right, read the code ${code} to the organiser; the order binds when the pool closes. If it is not, give the code to nobody.`,
  ].join('\n');
