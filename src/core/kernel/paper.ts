/** What something is; the third is there where it is what the reader looks for. */
export type PaperFact = readonly [label: string, value: string, isMain?: boolean];

/** Parts of a paper, as the writers of PDF and pages take them. */
export type PaperLine =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly PaperFact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly {
        readonly label: string;
        readonly align?: 'left' | 'right';
        /** Against the other columns'; left out: 1. */
        readonly width?: number;
      }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'space' };

export interface Paper {
  readonly title: string;
  readonly lines: readonly PaperLine[];
  readonly foot: string;
}
