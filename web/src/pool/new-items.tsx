import { useState } from 'preact/hooks';
import { dataOf } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button } from '../parts/button.js';
import { Field, NumberField } from '../parts/field.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { PartProps } from './new-what.js';
import { newWords } from './new-words.js';
import type { ItemForm } from './pool-form.js';

const FEWEST_LETTERS = 3;
const MOST = 6;

/** Goods by a part of their name, each in the packs they come in. */
const FindItem = ({ onFound }: { readonly onFound: (packCode: string, name: string) => void }) => {
  const words = useWords(newWords);
  const isId = useLanguage() === 'id';
  const [text, setText] = useState('');
  const q = text.trim();
  const found = useAsk(q.length < FEWEST_LETTERS ? null : `packs:${q}`, async (api) => {
    const { data } = await dataOf(api.GET('/api/v1/commodities', { params: { query: { q, limit: MOST } } }));
    return Promise.all(
      data
        .filter(({ isBiddable }) => isBiddable)
        .map(({ code }) => dataOf(api.GET('/api/v1/commodities/{code}', { params: { path: { code } } }))),
    );
  });
  return (
    <>
      <Field label={words.findItem} hint={words.findHint} type="search" value={text} onChange={setText} />
      {q.length >= FEWEST_LETTERS && (
        <Answered of={found}>
          {(goods) =>
            goods.length === 0 ? (
              <p>{words.noItem}</p>
            ) : (
              <div class="buttons">
                {goods.flatMap(({ packs, nameId, nameEn }) =>
                  packs.map((pack) => {
                    const name = `${isId ? nameId : nameEn}, ${isId ? pack.nameId : pack.nameEn}`;
                    return (
                      <Button
                        key={pack.code}
                        tone="quiet"
                        onPress={() => {
                          onFound(pack.code, name);
                          setText('');
                        }}
                      >
                        + {name}
                      </Button>
                    );
                  }),
                )}
              </div>
            )
          }
        </Answered>
      )}
    </>
  );
};

const Item = ({
  item,
  field,
  isSell,
  change,
  remove,
  problemOf,
}: {
  readonly item: ItemForm;
  readonly field: string;
  readonly isSell: boolean;
  readonly change: (change: Partial<ItemForm>) => void;
  readonly remove: () => void;
  readonly problemOf: PartProps['problemOf'];
}) => {
  const words = useWords(newWords);
  const limit = isSell ? 'floor' : 'ceiling';
  return (
    <article class="card">
      <h3>{item.name}</h3>
      {item.distribution === undefined ? (
        <>
          <NumberField
            label={words[limit]}
            hint={words.limitHint}
            unit="Rp"
            value={item.limitRp}
            onChange={(limitRp) => {
              change({ limitRp });
            }}
            problem={problemOf(`${field}.${limit}RpPerUnit`) ?? problemOf(`${field}.packCode`)}
          />
          {item.limitRp !== null && (
            <Field
              label={words.source}
              hint={words.sourceHint}
              maxLength={300}
              value={item.limitSource}
              onChange={(limitSource) => {
                change({ limitSource });
              }}
              problem={problemOf(`${field}.${limit}Source`)}
            />
          )}
        </>
      ) : (
        <p>{words.distributed}</p>
      )}
      <NumberField
        label={words.minimum}
        hint={words.minimumHint}
        unit={words.packs}
        value={item.minimumPacks}
        onChange={(minimumPacks) => {
          change({ minimumPacks });
        }}
      />
      <p>
        <Button tone="quiet" onPress={remove}>
          {words.remove}
          <span class="hidden-words"> {item.name}</span>
        </Button>
      </p>
    </article>
  );
};

/** What is bought or sold, each with its limit, where that comes from, and how much is wanted at least. */
export const NewItems = ({ form, set, problemOf }: PartProps) => {
  const words = useWords(newWords);
  const { items } = form;
  return (
    <>
      <FindItem
        onFound={(packCode, name) => {
          if (items.some((item) => item.packCode === packCode)) return;
          set({
            items: [
              ...items,
              {
                packCode,
                name,
                limitRp: null,
                limitSource: '',
                minimumPacks: null,
                grades: [],
                distribution: undefined,
              },
            ],
          });
        }}
      />
      <h2>{words.chosenItems}</h2>
      {items.length === 0 && <Empty title={words.noItems}>{words.noItemsNext}</Empty>}
      <div class="wide-cards">
        {items.map((item, at) => (
          <Item
            key={item.packCode}
            item={item}
            field={`items.${String(at)}`}
            isSell={form.side === 'sell'}
            problemOf={problemOf}
            change={(change) => {
              set({ items: items.map((one, place) => (place === at ? { ...one, ...change } : one)) });
            }}
            remove={() => {
              set({ items: items.filter((_, place) => place !== at) });
            }}
          />
        ))}
      </div>
    </>
  );
};
