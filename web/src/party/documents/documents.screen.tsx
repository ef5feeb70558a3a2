import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../api/api.js';
import { actingParty } from '../../api/session.js';
import { useTitle } from '../../frame/head.js';
import { Answered } from '../../parts/asked.js';
import { Badge } from '../../parts/badge.js';
import { Select } from '../../parts/field.js';
import { useWords } from '../../words/words.js';
import { isOpen } from '../readiness/next-step.js';
import { useReadiness } from '../readiness/use-readiness.js';
import { DocumentRow } from './document-row.js';
import { UploadDocument } from './upload-document.js';
import { useDocuments } from './use-documents.js';
import { documentWords } from './words.js';

type Kind = View<'DocumentView'>['kind'];

/** What a party shows of itself: what is asked for first, each to be sent where it stands. */
const DocumentsScreen = () => {
  const words = useWords(documentWords);
  useTitle(words.title, words.about);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const mayLook = party?.roles.some((role) => ['officer', 'treasurer', 'chair'].includes(role)) === true;
  const maySend = party?.roles.some((role) => role === 'officer' || role === 'chair') === true;
  const readiness = useReadiness(party?.partyId ?? null);
  const { asked, titleOf } = useDocuments(partyId);
  const [other, setOther] = useState<Kind>('other');
  const steps = readiness.state === 'done' ? readiness.data.steps : [];
  const open = steps.filter((step) => step.code === 'document' && isOpen(step));
  // Where a link named a kind, that one is open; else the first.
  const [named, setNamed] = useState('');
  useEffect(() => {
    setNamed(location.hash.slice(1));
  }, []);
  const begins = open.find(({ documentKind }) => documentKind === named) ?? open[0];
  const after = (): void => {
    asked.again();
    readiness.again();
  };
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      {!maySend && <p>{words.onlyOffice}</p>}
      {mayLook && (
        <Answered of={asked}>
          {({ documents, kinds }) => (
            <>
              {maySend && open.length > 0 && (
                <>
                  <h2>{words.asked}</h2>
                  {open.map(({ documentKind, isRequired, state }) =>
                    documentKind === null ? null : (
                      <details key={documentKind} class="group" open={documentKind === begins?.documentKind}>
                        <summary>
                          <span class="row-name">{titleOf(documentKind)}</span>
                          <Badge tone={state === 'missing' ? 'plain' : 'bad'}>
                            {state === 'refused' || state === 'expired'
                              ? words[state]
                              : isRequired
                                ? words.required
                                : words.missing}
                          </Badge>
                        </summary>
                        <UploadDocument partyId={partyId} kind={documentKind} after={after} />
                      </details>
                    ),
                  )}
                </>
              )}
              <h2>{words.sent}</h2>
              {documents.length === 0 && <p>{words.none}</p>}
              {documents.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  partyId={partyId}
                  title={titleOf(document.kind)}
                />
              ))}
              {maySend && (
                <details class="group">
                  <summary>
                    <span class="row-name">{words.others}</span>
                  </summary>
                  <Select
                    label={words.kind}
                    value={other}
                    choices={kinds.map(({ kind }) => ({ value: kind, name: titleOf(kind) }))}
                    onChange={setOther}
                  />
                  <UploadDocument key={other} partyId={partyId} kind={other} after={after} />
                </details>
              )}
              <p class="small">{words.seen}</p>
            </>
          )}
        </Answered>
      )}
    </div>
  );
};

export default DocumentsScreen;
