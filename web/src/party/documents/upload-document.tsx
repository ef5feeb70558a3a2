import { useState } from 'preact/hooks';
import { dataOf, type View } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button } from '../../parts/button.js';
import { FileField } from '../../parts/file-field.js';
import { Notice } from '../../parts/notice.js';
import { Refusal } from '../../parts/refusal.js';
import { useWords } from '../../words/words.js';
import { shrinkPhoto } from './shrink-photo.js';
import { documentWords } from './words.js';

/** Takes one file of one kind: from the camera or the phone's files. */
export const UploadDocument = ({
  partyId,
  kind,
  after,
}: {
  readonly partyId: string;
  readonly kind: View<'DocumentView'>['kind'];
  readonly after: () => void;
}) => {
  const words = useWords(documentWords);
  const [file, setFile] = useState<File | null>(null);
  const sending = useSend(async (api) => {
    if (file === null) return null;
    const small = await shrinkPhoto(file);
    return dataOf(
      api.POST('/api/v1/parties/{partyId}/documents', {
        params: { path: { partyId }, query: { kind, name: small.name } },
        // The file itself is the body.
        body: small as never,
        bodySerializer: (body: unknown) => body as never,
        headers: { 'content-type': small.type === '' ? 'application/octet-stream' : small.type },
      }),
    );
  }, after);
  return (
    <>
      <FileField
        label={words.choose}
        hint={words.chooseHint}
        accept="image/jpeg,image/png,application/pdf"
        onChange={setFile}
      />
      <Refusal of={sending} />
      {sending.sent !== null && <Notice tone="good" title={words.arrived} />}
      <Button isBusy={sending.isSending} isDisabled={file === null} onPress={() => void sending.send()}>
        {words.send}
      </Button>
    </>
  );
};
