import { dataOf } from '../../api/api.js';
import { useAsk } from '../../api/use-ask.js';
import { useLanguage } from '../../words/language.js';

/** A party's documents with the names of their kinds, as its people and its judges see them. */
export const useDocuments = (partyId: string) => {
  const isId = useLanguage() === 'id';
  const asked = useAsk(`documents:${partyId}`, async (api) => {
    const [{ data: documents }, { data: kinds }] = await Promise.all([
      dataOf(api.GET('/api/v1/parties/{partyId}/documents', { params: { path: { partyId } } })),
      dataOf(api.GET('/api/v1/document-kinds')),
    ]);
    return { documents, kinds };
  });
  const kinds = asked.state === 'done' ? asked.data.kinds : [];
  const titleOf = (kind: string): string => {
    const found = kinds.find((each) => each.kind === kind);
    return found === undefined ? '' : isId ? found.titleId : found.titleEn;
  };
  return { asked, titleOf };
};
