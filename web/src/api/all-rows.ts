interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** More is never needed of what one screen shows; a list that never ends is a fault of ours. */
const MOST_PAGES = 20;

/** A whole list that comes in pages, for what must be compared with another whole list. */
export const allRows = async <Row>(
  ask: (cursor: string | undefined) => Promise<Page<Row>>,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await ask(cursor);
    rows.push(...page.data);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return rows;
};
