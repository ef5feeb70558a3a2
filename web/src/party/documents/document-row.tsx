import type { ComponentChildren } from 'preact';
import type { View } from '../../api/api.js';
import { Badge } from '../../parts/badge.js';
import { useFormat } from '../../words/format.js';
import { useWords } from '../../words/words.js';
import { DocumentFile } from './document-file.js';
import { documentWords } from './words.js';

const tones = { waiting: 'waiting', accepted: 'good', refused: 'bad', expired: 'bad' } as const;

/** A document that was sent: how it stands, why, until when, and itself; below it what can be done about it. */
export const DocumentRow = ({
  document,
  partyId,
  title,
  children,
}: {
  readonly document: View<'DocumentView'>;
  readonly partyId: string;
  readonly title: string;
  readonly children?: ComponentChildren;
}) => {
  const words = useWords(documentWords);
  const format = useFormat();
  const { state, reason, expiresOn, uploadedAt } = document;
  return (
    <article class="sheet">
      <header class="card-head">
        <h3 class="plain-head">{title}</h3>
        <Badge tone={tones[state]}>{words[state]}</Badge>
      </header>
      {reason !== null && <p class="strong">{words.because(reason)}</p>}
      {expiresOn !== null && (
        <p>
          {state === 'expired' ? words.ranOut(format.date(expiresOn)) : words.until(format.date(expiresOn))}
        </p>
      )}
      <p class="small">{words.sentOn(format.dateTime(uploadedAt))}</p>
      <DocumentFile document={document} partyId={partyId} title={title} />
      {children}
    </article>
  );
};
