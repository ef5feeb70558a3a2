import { writePage, writeShell } from './write-page.js';

const page =
  '<!doctype html><html lang="id"><head><!--head--><script type="module" src="/assets/index-1.js"></script></head>' +
  '<body><div id="app"><!--screen--></div><!--data--></body></html>';
const looks = { language: 'id', theme: null, displayName: 'Sepikul uji' } as const;
const rendered = {
  head: { title: 'Putaran', description: 'Semua putaran', status: 200 },
  html: '<h1>Putaran</h1>',
  answers: '{}',
  source: null,
};
const written = (
  more: Partial<typeof rendered> = {},
  wanted: Partial<Parameters<typeof writePage>[2]> = {},
  files: readonly string[] = [],
): string => writePage({ page, filesOf: () => files }, { ...rendered, ...more }, { ...looks, ...wanted });

describe('a page around its screen', () => {
  it('lets no text of an answer end the element it stands in', () => {
    const answers = JSON.stringify({ title: '</script><script>alert(1)</script><!--' });
    const html = written({ answers });
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('alert(1)</script>');
    const [, json] = /<script type="application\/json" id="data">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json ?? '')).toEqual(JSON.parse(answers));
  });

  it('puts texts in as they are, whatever patterns of replacing they hold', () => {
    const html = written({
      html: '<p>$& $1 $$ $`</p>',
      answers: '{"a":"$&"}',
      head: { ...rendered.head, title: '$&' },
    });
    expect(html).toContain('<p>$& $1 $$ $`</p>');
    expect(html).toContain('{"a":"$&"}');
    expect(html).toContain('<title>$&amp; · Sepikul uji</title>');
  });

  it('writes titles and descriptions as texts', () => {
    const html = written({
      head: { title: '</title><script>x</script>', description: '"><script>y</script>', status: 200 },
    });
    expect(html).not.toMatch(/<script>[xy]/);
    expect(html).toContain('&lt;/title&gt;&lt;script&gt;');
    expect(html).toContain('content="&quot;&gt;&lt;script&gt;');
  });

  it('has a title of its own where the screen has none', () => {
    expect(written({ head: { title: '', description: '', status: 200 } })).toContain(
      '<title>Sepikul uji</title>',
    );
  });

  it('says its language and theme', () => {
    expect(written()).toContain('<html lang="id">');
    expect(written({}, { language: 'en', theme: 'dark' })).toContain('<html lang="en" data-theme="dark">');
  });

  it("fetches the screen's files along, each once", () => {
    const html = written({ source: 'src/pool/pools.screen.tsx' as never }, {}, [
      '/assets/pools-2.js',
      '/assets/index-1.js',
    ]);
    expect(html).toContain('<link rel="modulepreload" href="/assets/pools-2.js">');
    expect(html.match(/index-1\.js/g)).toHaveLength(1);
  });

  it('is, without a screen, a frame that holds nothing of anybody', () => {
    const shell = writeShell(page, 'Sepikul & uji');
    expect(shell).toContain('<title>Sepikul &amp; uji</title>');
    expect(shell).toContain('<div id="app"></div>');
    expect(shell).not.toContain('id="data"');
  });
});
