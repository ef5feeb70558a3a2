interface Receiver {
  readonly koperasiId: string;
  readonly koperasiName: string;
}

/**
 * What a due of a receipt stands on, so that those of one payer can be told apart: the invoice, and who received the goods
 * where neither payer nor payee did.
 *
 *   the koperasi owes its seller      | INV/2026/000012
 *   the supplier owes the organiser   | INV/2026/000012, KKMP Katulampa
 */
export const nameDue = (
  invoiceNumber: string,
  { koperasiId, koperasiName }: Receiver,
  { payerId, payeeId }: { readonly payerId: string; readonly payeeId: string },
): string =>
  koperasiId === payerId || koperasiId === payeeId ? invoiceNumber : `${invoiceNumber}, ${koperasiName}`;
