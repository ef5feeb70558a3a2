import { useState } from 'preact/hooks';
import { Link, useLocation, useSearch } from 'wouter-preact';
import { allRows } from '../api/all-rows.js';
import { dataOf, type Api, type View } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useAsk } from '../api/use-ask.js';
import { useOnce } from '../api/use-once.js';
import { useSend } from '../api/use-send.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Button, LinkButton } from '../parts/button.js';
import { Notice } from '../parts/notice.js';
import { Pick } from '../parts/pick.js';
import { Refusal } from '../parts/refusal.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { dueWords } from './due-words.js';
import { openOf } from './group-dues.js';
import { moneyWords } from './words.js';

type Channel = View<'ChannelView'>['channel'];

const askDues = async (api: Api, partyId: string, ids: readonly string[]) => {
  const open = await allRows((cursor) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/payables', {
        params: { path: { partyId }, query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const dues = open.filter(({ dueId }) => ids.includes(dueId));
  const [first] = dues;
  if (first === undefined) return null;
  const amountRp = openOf(dues);
  const { channels } = await dataOf(
    api.GET('/api/v1/dues/{dueId}/channels', {
      params: { path: { dueId: first.dueId }, query: { amountRp } },
    }),
  );
  return { dues, first, channels, amountRp };
};

const Choosing = ({ dues, first, channels, amountRp }: NonNullable<Awaited<ReturnType<typeof askDues>>>) => {
  const words = useWords(dueWords);
  const money = useWords(moneyWords);
  const format = useFormat();
  const language = useLanguage();
  const [, goTo] = useLocation();
  const [channel, setChannel] = useState<Channel | null>(null);
  const dueIds = dues.map(({ dueId }) => dueId);
  const header = useOnce(dueIds, channel);
  const paying = useSend(
    (api) =>
      dataOf(
        api.POST('/api/v1/payments', {
          params: { header },
          body: { dueIds, channel: channel ?? 'qris' },
        }),
      ),
    ({ id }) => {
      goTo(`/pembayaran/${id}`);
    },
  );
  const transfer = (
    <p>
      <Link href={`/tagihan/${first.dueId}`}>{words.transferInstead}</Link>. {words.transferInsteadAbout}
    </p>
  );
  return (
    <>
      <p class="amount">
        <span class="amount-label">{words.amount}</span>
        {format.rupiah(amountRp)}
        <span class="amount-label">{words.to(first.payeeName)}</span>
      </p>
      <ul class="rows">
        {dues.map((due) => (
          <li key={due.dueId} class="row">
            <span>
              <span class="row-name">{money[due.kind]}</span>
              <span class="small">{due.poolTitle}</span>
            </span>
            <span class="row-end">{format.rupiah(due.openRp)}</span>
          </li>
        ))}
      </ul>
      {channels.length === 0 ? (
        <Notice tone="warning" title={words.noChannels}>
          <p>{words.noChannelsNext}</p>
          <LinkButton href={`/tagihan/${first.dueId}`}>{words.transferInstead}</LinkButton>
        </Notice>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void paying.send();
          }}
        >
          <fieldset class="plain">
            <legend class="like-h2">{words.howTitle}</legend>
            <p class="small">{words.feeBorne}</p>
            {channels.map((one) => (
              <Pick
                key={one.channel}
                group="channel"
                isPicked={channel === one.channel}
                isDisabled={!one.isOpen}
                onPick={() => {
                  setChannel(one.channel);
                }}
                label={money[one.channel]}
                aside={
                  one.isOpen
                    ? one.feeRp === 0
                      ? words.feeNone
                      : words.fee(format.rupiah(one.feeRp))
                    : undefined
                }
              >
                {one.isOpen ? undefined : <p>{language === 'id' ? one.reasonId : one.reasonEn}</p>}
              </Pick>
            ))}
          </fieldset>
          <Refusal of={paying} />
          <div class="buttons">
            <Button type="submit" isBusy={paying.isSending} isDisabled={channel === null}>
              {channel === null ? words.make : words.makeFor(money[channel])}
            </Button>
          </div>
          {transfer}
        </form>
      )}
    </>
  );
};

/** How several dues of one payee are paid together, with what each way costs. */
const PayScreen = () => {
  const words = useWords(dueWords);
  useTitle(words.howTitle);
  const ids = (new URLSearchParams(useSearch()).get('tagihan') ?? '').split(',').filter((id) => id !== '');
  const partyId = actingParty()?.partyId ?? '';
  const asked = useAsk(ids.length === 0 ? null : `pay:${ids.join()}`, (api) => askDues(api, partyId, ids));
  return (
    <div class="narrow">
      <h1>{words.howTitle}</h1>
      {ids.length === 0 ? (
        <Empty title={words.nothingPicked}>
          <LinkButton href="/tagihan">{words.toDues}</LinkButton>
        </Empty>
      ) : (
        <Answered of={asked}>
          {(found) =>
            found === null ? (
              <Empty title={words.nothingPicked}>
                <LinkButton href="/tagihan">{words.toDues}</LinkButton>
              </Empty>
            ) : (
              <Choosing {...found} />
            )
          }
        </Answered>
      )}
    </div>
  );
};

export default PayScreen;
