import { readdirSync, readFileSync } from 'node:fs';
import { nameJournal } from '../../src/core/ledger/name-account.js';

/** A journal's kind stands soon after its business key. */
const KIND = /businessKey:[^;]{0,160}?\bkind: '([a-z-]+)'/g;

/** The kinds of journals that a source posts and no paper has a name for. */
const unnamed = (source: string): string[] =>
  [...source.matchAll(KIND)].flatMap(([, kind = '']) =>
    nameJournal({ kind, reversesId: null }) === kind ? [kind] : [],
  );

describe('journals', () => {
  it('all have a name on a statement of account', () => {
    const sources = readdirSync('src/modules', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map((path) => readFileSync(`src/modules/${path}`, 'utf8'));
    expect(sources.join('\n').match(KIND)?.length).toBeGreaterThan(20);
    expect(sources.flatMap(unnamed)).toEqual([]);
  });

  it('that nobody named are found', () => {
    const planted = "postJournal(tx, { businessKey: odd(id), kind: 'odd-one', postings });";
    expect(unnamed(planted)).toEqual(['odd-one']);
    expect(unnamed(planted.replace('odd-one', 'invoice'))).toEqual([]);
  });
});
