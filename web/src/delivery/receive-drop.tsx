import { useEffect } from 'preact/hooks';
import type { View } from '../api/api.js';
import { useDraft } from '../offline/drafts.js';
import { EntryStatus } from '../offline/entry-state.js';
import { lastErrandAbout, useErrands } from '../offline/use-errand.js';
import { Button, LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { Stepper } from '../parts/stepper.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import {
  countLines,
  differenceKinds,
  mostOf,
  noDifference,
  totalsOf,
  type Count,
  type DifferenceKind,
  type LineCount as Counted,
  sortPacks,
} from './count-lines.js';
import { useLoad } from './drop-card.js';
import { deliveryWords } from './words.js';

const RECEIVING = ['officer', 'warehouse', 'chair'];

const LineCount = ({
  line,
  isOwn,
  differences,
  onChange,
}: {
  readonly line: View<'DropLineView'>;
  readonly isOwn: boolean;
  readonly differences: Counted;
  readonly onChange: (next: Counted) => void;
}) => {
  const words = useWords(deliveryWords);
  const packs = usePacks();
  const nameOf = useGoods();
  const format = useFormat();
  const names: Readonly<Record<DifferenceKind, string>> = {
    damagedPacks: words.damaged,
    missingPacks: words.missing,
    quarantinedPacks: words.quarantined,
  };
  const [{ acceptedPacks } = { acceptedPacks: 0 }] = countLines([line], { [line.lineId]: differences });
  const { lowerPacks = {} } = differences;
  const sorted = sortPacks(line, acceptedPacks, lowerPacks);
  return (
    <section class="card">
      <header class="card-head">
        <h3>
          {nameOf(line)}
          {!isOwn && `, ${words.forParty(line.beneficiaryName)}`}
        </h3>
      </header>
      <p class="small">
        {packs.size(line)} · {words.shipped(packs.count(line.shippedPacks, line.packCode))}
        {!isOwn && ` · ${format.day(line.neededBy)}`}
      </p>
      <p class="counted" aria-live="polite">
        {words.accepted}: <strong>{packs.count(acceptedPacks, line.packCode)}</strong>
      </p>
      {sorted.length > 1 && (
        <p>{sorted.map(({ code, packs: some }) => words.ofGrade(code, format.number(some))).join(', ')}</p>
      )}
      {sorted.slice(1).map(({ code, packs: some }) => (
        <Stepper
          key={code}
          label={words.grade(code)}
          unit={packs.word(line.packCode, some)}
          value={some}
          most={some + (sorted[0]?.packs ?? 0)}
          onChange={(value) => {
            onChange({ ...differences, lowerPacks: { ...lowerPacks, [code]: value } });
          }}
        />
      ))}
      <details class="more" open={acceptedPacks < line.shippedPacks}>
        <summary>{words.differs}</summary>
        {differenceKinds.map((kind) => (
          <Stepper
            key={kind}
            label={names[kind]}
            {...(kind === 'quarantinedPacks' ? { hint: words.quarantinedHint } : {})}
            unit={packs.word(line.packCode, differences[kind])}
            value={differences[kind]}
            most={mostOf(line.shippedPacks, differences, kind)}
            onChange={(value) => {
              onChange({ ...differences, [kind]: value });
            }}
          />
        ))}
      </details>
    </section>
  );
};

/** Counting what came off the truck: all good in one tap, differences where there are any. Works without a signal. */
export const ReceiveDrop = ({
  drop,
  party,
  again,
}: {
  readonly drop: View<'DropDetailView'>;
  readonly party: View<'MembershipView'>;
  readonly again: () => void;
}) => {
  const words = useWords(deliveryWords);
  const format = useFormat();
  const loadOf = useLoad();
  const subject = `drop:${drop.id}`;
  const [count, setCount, forget] = useDraft<Count>(`receipt:${drop.id}`, {});
  const { send } = useErrands();
  const sent = lastErrandAbout(subject);
  const isReceived = sent?.state === 'received';
  useEffect(() => {
    if (!isReceived) return;
    forget();
    again();
  }, [isReceived]);
  if (sent !== undefined && sent.state !== 'refused')
    return (
      <Notice tone="good" title={words.sent}>
        <EntryStatus entry={sent} />
        <p class="buttons">
          <LinkButton href="/kiriman">{words.toDeliveries}</LinkButton>
        </p>
      </Notice>
    );
  if (!party.roles.some((role) => RECEIVING.includes(role))) return <p>{words.notYours}</p>;
  const { acceptedPacks, differentPacks } = totalsOf(drop.lines, count);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send([
          {
            kind: 'receipt',
            subject,
            title: `${loadOf(drop.goods)} · ${drop.senderName}`,
            href: `/kiriman/${drop.id}`,
            method: 'POST',
            path: `/api/v1/drops/${drop.id}/receipt`,
            body: { lines: countLines(drop.lines, count) },
          },
        ]);
      }}
    >
      <h2>{words.countTitle}</h2>
      <p>{words.countAbout}</p>
      {sent !== undefined && <EntryStatus entry={sent} />}
      {drop.lines.map((line) => (
        <LineCount
          key={line.lineId}
          line={line}
          isOwn={line.beneficiaryId === drop.koperasiId}
          differences={count[line.lineId] ?? noDifference}
          onChange={(next) => {
            setCount({ ...count, [line.lineId]: next });
          }}
        />
      ))}
      <p class="buttons">
        <Button type="submit">
          {differentPacks === 0
            ? words.confirmAll(format.number(acceptedPacks))
            : words.confirmSome(format.number(acceptedPacks), format.number(differentPacks))}
        </Button>
      </p>
      <p class="small">{words.binding}</p>
    </form>
  );
};
