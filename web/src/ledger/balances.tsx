import type { View } from '../api/api.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { balanceWords } from './balance-words.js';

/** Accounts with what went in and out, and what stands. */
export const Balances = ({ of: accounts }: { readonly of: readonly View<'BalanceView'>[] }) => {
  const words = useWords(balanceWords);
  const format = useFormat();
  return (
    <Table
      caption={words.accounts}
      rows={accounts}
      keyOf={({ purpose }) => purpose}
      columns={[
        { name: words.account, of: ({ purpose }) => words[purpose] },
        { name: words.debit, of: ({ debitRp }) => format.rupiah(debitRp), isNumber: true },
        { name: words.credit, of: ({ creditRp }) => format.rupiah(creditRp), isNumber: true },
        { name: words.balance, of: ({ balanceRp }) => format.rupiah(balanceRp), isNumber: true },
      ]}
    />
  );
};
