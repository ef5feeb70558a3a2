import type { View } from '../api/api.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { balanceWords } from './balance-words.js';
import { accountWords } from './words.js';

/** Accounts with what went in and out, and what stands. */
export const Balances = ({
  of: accounts,
  caption,
}: {
  readonly of: readonly View<'BalanceView'>[];
  readonly caption: string;
}) => {
  const words = useWords(balanceWords);
  const names = useWords(accountWords);
  const format = useFormat();
  return (
    <Table
      caption={caption}
      rows={accounts}
      keyOf={({ purpose }) => purpose}
      columns={[
        { name: words.account, of: ({ purpose }) => names[purpose] },
        { name: words.debit, of: ({ debitRp }) => format.rupiah(debitRp), isNumber: true },
        { name: words.credit, of: ({ creditRp }) => format.rupiah(creditRp), isNumber: true },
        { name: words.balance, of: ({ balanceRp }) => format.rupiah(balanceRp), isNumber: true },
      ]}
    />
  );
};
