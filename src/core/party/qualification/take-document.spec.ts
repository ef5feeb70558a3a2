import fc from 'fast-check';
import { cleanName, takeDocument } from './take-document.js';
import { judgeDocument, qualifySupplier, requireToHold } from './judge-document.js';
import { requiredKinds } from './document-kinds.js';

const file = { sizeBytes: 10, name: 'NIB.pdf', foundType: 'application/pdf' };

describe('a document', () => {
  it.each([
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['NIB toko.exe', 'NIB toko.pdf'],
    ['', 'dokumen.pdf'],
    ['a"; filename="b.html', 'a- filename-b.pdf'],
    ['surat\r\nX-Evil: 1.pdf', 'surat-X-Evil- 1.pdf'],
    ['…', 'dokumen.pdf'],
  ])('%j is kept as %s', (name, kept) => {
    expect(cleanName(name, 'application/pdf')).toBe(kept);
  });

  it('has a name that no header, path or shell takes for anything else, whatever it was called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const kept = cleanName(name, 'image/png');
        expect(kept).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*\.png$/u);
        expect(kept).not.toContain('..');
        expect(kept.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('is taken for what its bytes are', () => {
    expect(takeDocument({ ...file, name: 'foto.pdf', foundType: 'image/png' }, 0)).toEqual({
      fileName: 'foto.png',
      mediaType: 'image/png',
    });
    expect(() => takeDocument({ ...file, foundType: 'text/html' }, 0)).toThrow('DOCUMENT_TYPE_NOT_TAKEN');
    expect(() => takeDocument({ ...file, foundType: undefined }, 0)).toThrow('DOCUMENT_TYPE_NOT_TAKEN');
    expect(() => takeDocument({ ...file, sizeBytes: 0 }, 0)).toThrow('DOCUMENT_EMPTY');
    expect(() => takeDocument(file, 20)).toThrow('DOCUMENTS_TOO_MANY');
  });

  it('is judged once, by no member of its party', () => {
    expect(() => {
      judgeDocument({ state: 'waiting' }, { isMember: false });
    }).not.toThrow();
    expect(() => {
      judgeDocument({ state: 'waiting' }, { isMember: true });
    }).toThrow('JUDGE_IS_A_MEMBER');
    expect(() => {
      judgeDocument({ state: 'refused' }, { isMember: false });
    }).toThrow('DOCUMENT_ALREADY_JUDGED');
    expect(() => {
      judgeDocument(undefined, { isMember: false });
    }).toThrow('DOCUMENT_NOT_FOUND');
  });
});

describe('a candidate', () => {
  const candidate = { kind: 'supplier', state: 'candidate', acceptedKinds: [...requiredKinds] };

  it('becomes a supplier with every required document accepted', () => {
    expect(() => {
      qualifySupplier(candidate, { isMember: false });
    }).not.toThrow();
  });

  it.each([
    ['DOCUMENTS_MISSING', { acceptedKinds: ['nib', 'halal'] }, false],
    ['PARTY_NOT_A_CANDIDATE', { state: 'active' }, false],
    ['PARTY_NOT_A_CANDIDATE', { kind: 'koperasi' }, false],
    ['JUDGE_IS_A_MEMBER', {}, true],
  ])('is refused with %s', (code, change, isMember) => {
    expect(() => {
      qualifySupplier({ ...candidate, ...change }, { isMember });
    }).toThrow(code);
  });
});

describe('what is accepted', () => {
  it.each([
    [null, true],
    ['2026-11-22', true],
    ['2026-11-21', false],
  ])('with its last day on %s, checked on 2026-11-22, holds: %s', (expiresOn, holds) => {
    const act = (): void => {
      requireToHold(expiresOn, '2026-11-22');
    };
    if (holds) expect(act).not.toThrow();
    else expect(act).toThrow('DOCUMENT_HAS_RUN_OUT');
  });
});
