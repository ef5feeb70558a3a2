import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => ComponentChildren;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
  /** A text of many words, which on a phone takes lines of its own. */
  readonly isText?: boolean;
}

/** Figures in rows; on a phone each row becomes a small list with the columns' names beside the figures. */
export const Table = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) => (
  <table class="table">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.name}
            scope="col"
            class={column.isNumber === true ? 'number' : column.isText === true ? 'text' : undefined}
          >
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map((column) => (
            <td
              key={column.name}
              data-name={column.name}
              class={column.isNumber === true ? 'number' : column.isText === true ? 'text' : undefined}
            >
              {column.of(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
