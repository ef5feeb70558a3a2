import { dataOf } from '../api/api.js';
import { Download } from '../parts/download.js';
import { useWords } from '../words/words.js';
import { contractWords } from './contract-words.js';

/** The list that a distributed lot's supplier hands goods out by. */
export const RequestList = ({
  lotId,
  supplierId,
}: {
  readonly lotId: string;
  readonly supplierId: string;
}) => {
  const words = useWords(contractWords);
  return (
    <>
      <p>{words.requestAbout}</p>
      <Download
        name={`permintaan-${lotId}.xlsx`}
        ask={(api) =>
          dataOf(
            api.GET('/api/v1/lots/{lotId}/requests/{supplierId}', {
              params: { path: { lotId, supplierId } },
              parseAs: 'blob',
            }),
          )
        }
      >
        {words.request}
      </Download>
    </>
  );
};
