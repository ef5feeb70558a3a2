import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { reviewWords } from './review-words.js';

type Contract = View<'ContractView'>;

const ContractState = ({ of: { isCurrent, answer, dueAt, reason } }: { readonly of: Contract }) => {
  const words = useWords(reviewWords);
  const format = useFormat();
  if (answer === 'declined')
    return (
      <>
        <Badge tone="bad">{words.declined}</Badge> {reason}
      </>
    );
  if (!isCurrent) return <Badge>{words.fellOut}</Badge>;
  if (answer === 'signed') return <Badge tone="good">{words.signed}</Badge>;
  return <Badge tone="waiting">{dueAt === null ? '…' : words.waitsUntil(format.dayTime(dueAt))}</Badge>;
};

/** Who is to sign for what, who has, and who declined. */
export const Contracts = ({ of: contracts }: { readonly of: readonly Contract[] }) => {
  const words = useWords(reviewWords);
  const format = useFormat();
  return (
    <Table
      caption={words.contracts}
      rows={contracts}
      keyOf={({ supplierId, attempt }) => `${supplierId} ${String(attempt)}`}
      columns={[
        { name: words.supplier, of: ({ supplierName }) => supplierName },
        { name: words.packs, of: ({ packs }) => format.number(packs), isNumber: true },
        { name: words.amount, of: ({ amountRp }) => format.rupiah(amountRp), isNumber: true },
        { name: words.state, of: (contract) => <ContractState of={contract} /> },
      ]}
    />
  );
};
