import { useState } from 'preact/hooks';
import { dataOf, type Api, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { Download } from '../../parts/download.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { documentWords } from './words.js';

/** As an address that the page's policy lets a picture be drawn from. */
const asAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(new Error('the picture could not be read'));
    };
    reader.readAsDataURL(blob);
  });

/** A document to be looked at: a picture here, a PDF by what the phone opens such with. */
export const DocumentFile = ({
  document,
  partyId,
  title,
}: {
  readonly document: View<'DocumentView'>;
  readonly partyId: string;
  readonly title: string;
}) => {
  const words = useWords(documentWords);
  const [address, setAddress] = useState<string | null>(null);
  const ask = (api: Api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/documents/{documentId}/content', {
        params: { path: { partyId, documentId: document.id } },
        parseAs: 'blob',
      }),
    );
  const opening = useSend(async (api) => asAddress(await ask(api)), setAddress);
  if (document.mediaType === 'application/pdf')
    return (
      <Download name={document.fileName} ask={ask}>
        {`${words.open} ${document.fileName}`}
      </Download>
    );
  return (
    <>
      <Button
        tone="quiet"
        isBusy={opening.isSending}
        onPress={() => {
          if (address === null) void opening.send();
          else setAddress(null);
        }}
      >
        {address === null ? `${words.open} ${document.fileName}` : words.close}
      </Button>
      <Refusal of={opening} />
      {address !== null && <img class="shown-file" src={address} alt={words.picture(title)} />}
    </>
  );
};
