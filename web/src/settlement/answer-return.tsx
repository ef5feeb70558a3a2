import { dataOf, type Api } from '../api/api.js';
import { useSend } from '../api/use-send.js';
import { Button } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { Refusal } from '../parts/refusal.js';
import { SureButton } from '../parts/sure-button.js';
import { useWords } from '../words/words.js';
import { consignWords } from './consign-words.js';

/** The supplier says whether goods that were on consignment came back. */
export const AnswerReturn = ({
  dropId,
  of: told,
  packs,
  after,
}: {
  readonly dropId: string;
  readonly of: { readonly id: string };
  readonly packs: string;
  readonly after: () => void;
}) => {
  const words = useWords(consignWords);
  const answer = (isBack: boolean) => (api: Api) =>
    dataOf(
      api.POST('/api/v1/consignments/{dropId}/returns/{returnId}/answer', {
        params: { path: { dropId, returnId: told.id } },
        body: { isBack },
      }),
    );
  const taking = useSend(answer(true), after);
  const refusing = useSend(answer(false), after);
  return (
    <Notice tone="warning" title={words.isBack(packs)}>
      <p>{words.isBackNext}</p>
      <Refusal of={taking} />
      <Refusal of={refusing} />
      <div class="buttons">
        <Button isBusy={taking.isSending} onPress={() => void taking.send()}>
          {words.yes}
        </Button>
        <SureButton question={words.noSure} isBusy={refusing.isSending} onPress={() => void refusing.send()}>
          {words.no}
        </SureButton>
      </div>
    </Notice>
  );
};
