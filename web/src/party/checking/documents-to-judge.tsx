import type { View } from '../../api/api.js';
import { dataOf } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Answered } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { DocumentRow } from '../documents/document-row.js';
import { useDocuments } from '../documents/use-documents.js';
import { JudgeDocument } from './judge-document.js';
import { checkingWords } from './words.js';

/** A candidate: what is missing still, or the one step that lets it offer. */
const Candidate = ({
  party,
  lacks,
  after,
}: {
  readonly party: View<'PartyView'>;
  readonly lacks: readonly string[];
  readonly after: () => void;
}) => {
  const words = useWords(checkingWords);
  const qualifying = useSend(
    (api) =>
      dataOf(api.POST('/api/v1/parties/{partyId}/qualify', { params: { path: { partyId: party.id } } })),
    after,
  );
  return (
    <Notice tone={lacks.length === 0 ? 'info' : 'warning'} title={words.candidateTitle}>
      <p>{lacks.length === 0 ? words.ready : words.lacks(lacks.join(', '))}</p>
      <RefusalOrProof of={qualifying} />
      {lacks.length === 0 && (
        <Button isBusy={qualifying.isSending} onPress={() => void qualifying.send()}>
          {words.qualify}
        </Button>
      )}
    </Notice>
  );
};

/** What a party has shown, those first that wait, each to be opened, accepted or refused. */
export const DocumentsToJudge = ({
  party,
  after,
}: {
  readonly party: View<'PartyView'>;
  readonly after: () => void;
}) => {
  const words = useWords(checkingWords);
  const { asked, titleOf } = useDocuments(party.id);
  return (
    <Answered of={asked}>
      {({ documents, kinds }) => {
        const accepted = documents.filter(({ state }) => state === 'accepted').map(({ kind }) => kind);
        const lacks = kinds.filter(({ kind, isRequired }) => isRequired && !accepted.includes(kind));
        const rank = { waiting: 0, accepted: 1, expired: 1, refused: 2 };
        const sorted = [...documents].sort((a, b) => rank[a.state] - rank[b.state]);
        return (
          <>
            {party.state === 'candidate' && (
              <Candidate party={party} lacks={lacks.map(({ kind }) => titleOf(kind))} after={after} />
            )}
            <h2>{words.documents}</h2>
            {sorted.length === 0 && <p>{words.noDocuments}</p>}
            {sorted.map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                partyId={party.id}
                title={titleOf(document.kind)}
              >
                {document.state === 'waiting' && (
                  <JudgeDocument document={document} partyId={party.id} after={asked.again} />
                )}
              </DocumentRow>
            ))}
          </>
        );
      }}
    </Answered>
  );
};
