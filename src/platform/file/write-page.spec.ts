import { writePage } from './write-page.js';

describe('a paper as a page', () => {
  it('shows every part, and lets nothing in a name become markup', () => {
    const page = writePage({
      title: 'Faktur <1>',
      lines: [
        { kind: 'heading', text: 'Isi' },
        {
          kind: 'facts',
          facts: [
            ['Penjual', '<script>alert(1)</script>'],
            ['Jumlah', 'Rp5', true],
          ],
        },
        { kind: 'table', columns: [{ label: 'A', align: 'right' }], rows: [['"5"']] },
        { kind: 'space' },
      ],
      foot: 'akhir',
    });
    for (const part of [
      '<h2>Isi</h2>',
      'class="r"',
      '<strong>Rp5</strong>',
      '&#34;5&#34;',
      'akhir',
      '&#60;script&#62;',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('<script>');
  });
});
