import { useSearch } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { Button } from '../parts/button.js';
import { Choices } from '../parts/choices.js';
import { useRows } from '../parts/more-rows.js';
import { Path } from '../parts/path.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { seenDropWords } from './seen-words.js';

type Drop = View<'DropView'>;

const states = ['planned', 'dispatched', 'received'] as const;
const tones = { planned: 'plain', dispatched: 'waiting', received: 'good' } as const;

/** Every drop, for an observer. */
const SeenDropsScreen = () => {
  const words = useWords(seenDropWords);
  const format = useFormat();
  const isId = useLanguage() === 'id';
  useTitle(words.title, words.about);
  const wanted = new URLSearchParams(useSearch()).get('keadaan');
  const state = states.find((one) => one === wanted);
  const drops = useRows(`seen-drops:${state ?? ''}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/drops', {
        params: {
          query: { ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
  const pathOf = (of?: string): string => `/pengawasan/pengiriman${of === undefined ? '' : `?keadaan=${of}`}`;
  const goodsOf = ({ goods }: Drop): string =>
    goods
      .map((one) => {
        const quantity = format.quantity(one.packs * one.packSizeMilli, one.baseUnit);
        return `${isId ? one.commodityNameId : one.commodityNameEn} ${quantity}`;
      })
      .join(', ');
  return (
    <>
      <Path name={words.path} steps={[['/pengawasan', words.watch]]} />
      <h1>{words.title}</h1>
      <Choices
        label={words.states}
        now={pathOf(state)}
        of={[[pathOf(), words.all], ...states.map((one): [string, string] => [pathOf(one), words[one]])]}
      />
      <Answered of={drops.first}>
        {() =>
          drops.rows.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <>
              <Table
                caption={words.title}
                rows={drops.rows}
                keyOf={({ id }) => id}
                columns={[
                  { name: words.from, of: ({ supplierName }) => supplierName },
                  { name: words.to, of: ({ koperasiName }) => koperasiName },
                  { name: words.goods, of: goodsOf },
                  { name: words.note, of: ({ deliveryNote }) => deliveryNote ?? '–' },
                  {
                    name: words.state,
                    of: (drop) => <Badge tone={tones[drop.state]}>{words[drop.state]}</Badge>,
                  },
                  {
                    name: words.when,
                    of: ({ receivedAt }) => (receivedAt === null ? '–' : format.dateTime(receivedAt)),
                  },
                ]}
              />
              {drops.hasMore && (
                <Button tone="quiet" isBusy={drops.isFetching} onPress={() => void drops.fetchMore()}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </>
  );
};

export default SeenDropsScreen;
