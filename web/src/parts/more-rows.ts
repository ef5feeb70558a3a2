import { useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { useSend } from '../api/use-send.js';

interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** A list that comes in pages, each with whatever else it says: the first at once, each further one when it is asked for. */
export const useRows = <Row, Beside = unknown>(
  key: string,
  ask: (api: Api, cursor: string | undefined) => Promise<Page<Row> & Beside>,
) => {
  const first = useAsk(key, (api) => ask(api, undefined));
  const [more, setMore] = useState<{ of: string; rows: readonly Row[]; nextCursor: string | null } | null>(
    null,
  );
  const further = more !== null && more.of === key ? more : null;
  const nextCursor =
    further === null ? (first.state === 'done' ? first.data.nextCursor : null) : further.nextCursor;
  const { isSending, send } = useSend(
    (api) => ask(api, nextCursor ?? undefined),
    (page) => {
      setMore({ of: key, rows: [...(further?.rows ?? []), ...page.data], nextCursor: page.nextCursor });
    },
  );
  const rows = first.state === 'done' ? [...first.data.data, ...(further?.rows ?? [])] : [];
  return { first, rows, hasMore: nextCursor !== null, isFetching: isSending, fetchMore: send };
};
