import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { homeWords } from './home-words.js';

const AT_ONCE = 6;

/** The screens of single things, and the lists of those that have none of their own. */
const pages: Readonly<Record<string, string>> = {
  ...{ pool: 'putaran', lot: 'paket', drop: 'kiriman', due: 'tagihan', payment: 'pembayaran' },
  ...{ 'purchase-order': 'pesanan-pembelian', 'seller-bill': 'tagihan-penjual' },
};
const lists: Readonly<Record<string, string>> = {
  ...{ 'party-document': 'dokumen', 'bank-account': 'rekening-bank', decision: 'keputusan', person: 'orang' },
  ...{ 'entered-order': 'pesanan-dibuatkan', 'suspense-item': 'titipan' },
};

/** Where to read more of what has happened; null where there is no screen of it. */
export const placeOf = ({
  subjectType,
  subjectId,
}: Pick<View<'HappeningView'>, 'subjectType' | 'subjectId'>): string | null => {
  const page = pages[subjectType];
  const list = lists[subjectType];
  return page !== undefined ? `/${page}/${subjectId}` : list !== undefined ? `/${list}` : null;
};

/** What a party was told, the newest first. */
export const Happenings = ({ partyId }: { readonly partyId: string }) => {
  const words = useWords(homeWords);
  const format = useFormat();
  const language = useLanguage();
  const happenings = useRows(`happenings:${partyId}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/happenings', {
        params: { path: { partyId }, query: { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  return (
    <Answered of={happenings.first}>
      {() =>
        happenings.rows.length === 0 ? (
          <Empty title={words.noNews} />
        ) : (
          <>
            <ol class="rows">
              {happenings.rows.map((happening) => {
                const place = placeOf(happening);
                const told = (
                  <span>
                    {language === 'id' ? happening.textId : happening.textEn}
                    <span class="small row-under">
                      {format.day(happening.toldAt)}, {format.time(happening.toldAt)}
                    </span>
                  </span>
                );
                return (
                  <li key={happening.id}>
                    {place === null ? (
                      <div class="row">{told}</div>
                    ) : (
                      <Link href={place} class="row-link">
                        {told}
                        <Icon name="next" />
                      </Link>
                    )}
                  </li>
                );
              })}
            </ol>
            {happenings.hasMore && (
              <Button tone="quiet" isBusy={happenings.isFetching} onPress={() => void happenings.fetchMore()}>
                {words.moreNews}
              </Button>
            )}
          </>
        )
      }
    </Answered>
  );
};
