/** A line of a bank statement: above zero came in, below zero went out. */
export interface StatementLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly bookedOn: string;
  readonly amountRp: number;
  /** Hundredths of a rupiah beyond `amountRp`, with its sign: interest has them, payments never. */
  readonly sen: number;
  readonly text: string;
  /** After this line, in sen; null where the format has none. */
  readonly balanceSen: bigint | null;
}

export const bankFormats = ['bca', 'bri', 'bni', 'mandiri'] as const;
export type BankFormat = (typeof bankFormats)[number];

export interface Statement {
  readonly format: BankFormat;
  /** As the file says, digits only; null where it does not say. */
  readonly accountNumber: string | null;
  readonly lines: readonly StatementLine[];
}

/** One row of a file, with the number of its line. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What of a row a format understands; amounts in sen. */
export interface ReadRow {
  readonly bookedOn: string;
  readonly amountSen: bigint;
  readonly text: string;
  readonly balanceSen: bigint | null;
  readonly accountNumber: string | null;
}
