import { candidateKinds, type CandidateKind } from '../../../core/payout/statement/match-line.js';
import { resolutions, type Resolved } from '../../../core/payout/list-ways.js';
import { bankFormats, type BankFormat } from '../../../core/payout/statement/statement.js';
import { CivilDate, Id, Instant, ListOf, OneOf, Rupiah, Text, Whole } from '../../../platform/http/fields.js';
import { PageQuery, PageView } from '../../../platform/http/page.js';

const states = ['open', 'suspense', 'resolved'] as const;

export class BankStatementView {
  @Id()
  id: string;
  @OneOf(bankFormats)
  format: BankFormat;
  @Whole({ min: 1 })
  lines: number;
  @Whole({ about: 'Of them, movements that no earlier file had.' })
  newLines: number;
  @CivilDate()
  firstDay: string;
  @CivilDate()
  lastDay: string;
  @Instant()
  importedAt: Date;
}

export class BankStatementPage extends PageView {
  @ListOf(() => BankStatementView)
  data: BankStatementView[];
}

export class BankStatementQuery {
  @Id({
    optional: true,
    about: 'The account that it is of: for a file that names none, of a party that has had several.',
  })
  accountId?: string;
}

export class LinesQuery extends PageQuery {
  @OneOf(states, { optional: true, about: 'Left out: all.' })
  state?: (typeof states)[number];
}

export class SuggestionView {
  @OneOf(candidateKinds)
  kind: CandidateKind;
  @Id()
  id: string;
  @Rupiah()
  amountRp: number;
  @Text({ about: 'The other party to it.' })
  partyName: string;
}

export class BankLineView {
  @Id()
  id: string;
  @CivilDate()
  bookedOn: string;
  @Rupiah({ min: -1_000_000_000_000_000, about: 'Above zero came in, below zero went out.' })
  amountRp: number;
  @Whole({ min: -99, max: 99, about: 'Hundredths of a rupiah beyond it, as interest has them.' })
  sen: number;
  @Text({ min: 0, max: 2000 })
  text: string;
  @OneOf(states, { about: '`suspense`: ours, booked, and nobody knows yet what for.' })
  state: (typeof states)[number];
  @OneOf(resolutions, { nullable: true })
  resolvedAs: Resolved | null;
  @Id({ nullable: true })
  resolvedId: string | null;
  @Whole({ min: 1, about: 'For If-Match.' })
  version: number;
  @ListOf(() => SuggestionView, { about: 'What it may have been; a person decides.' })
  suggestions: SuggestionView[];
}

export class BankLinePage extends PageView {
  @ListOf(() => BankLineView)
  data: BankLineView[];
}
