import { Link } from 'wouter-preact';
import { Badge } from '../parts/badge.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { CeremonyKey, Committee } from './ceremony-step.js';
import { committeeWords } from './committee-words.js';
import { KeyName } from './key-name.js';
import { useHolderName } from './use-committee.js';

/** The three who hold shares, and whether they have made their keys. */
export const Holders = ({
  of: holders,
  personId,
  showsNames,
}: {
  readonly of: Committee['holders'];
  readonly personId: string;
  /** Not where they are being compared already. */
  readonly showsNames: boolean;
}) => {
  const words = useWords(committeeWords);
  const nameOf = useHolderName(holders);
  return (
    <section>
      <h2>{words.holders}</h2>
      <ul class="send-list">
        {holders.map(({ holderId, publicKey }) => (
          <li key={holderId}>
            <span>{holderId === personId ? words.you(nameOf(holderId)) : nameOf(holderId)}</span>
            <Badge tone={publicKey === null ? 'waiting' : 'good'}>
              {publicKey === null ? words.notReady : words.ready}
            </Badge>
            {publicKey !== null && showsNames && (
              <p class="send-more small">
                {words.keyName}: <KeyName of={publicKey} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const tones = {
  waitsForKey: 'waiting',
  sealed: 'plain',
  due: 'waiting',
  begun: 'waiting',
  released: 'good',
} as const;

const standOf = ({ isReleased, isDue, begunBy, waitsForKey }: CeremonyKey): keyof typeof tones => {
  if (isReleased) return 'released';
  if (waitsForKey) return 'waitsForKey';
  if (!isDue) return 'sealed';
  return begunBy.length > 0 ? 'begun' : 'due';
};

/** Each lot's key, and how far it has come. */
export const Keys = ({ of: keys }: { readonly of: readonly CeremonyKey[] }) => {
  const words = useWords(committeeWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  if (keys.length === 0) return null;
  return (
    <section>
      <h2>{words.lots}</h2>
      <ul class="send-list">
        {keys.map((key) => {
          const stand = standOf(key);
          const name = isId ? key.commodityNameId : key.commodityNameEn;
          return (
            <li key={key.lotId ?? 'terms'}>
              {key.lotId === null || key.keyId === null ? (
                <span>{key.lotId === null ? words.terms : name}</span>
              ) : (
                <Link href={`/paket/${key.lotId}/penawaran`}>{name}</Link>
              )}
              <Badge tone={tones[stand]}>{words[stand]}</Badge>
              {stand === 'sealed' && key.closesAt !== null && (
                <p class="send-more small">
                  {words.sealedUntil(`${format.day(key.closesAt)}, ${format.time(key.closesAt)}`)}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
