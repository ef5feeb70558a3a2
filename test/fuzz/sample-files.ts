/** What a route that takes a file is sent. */
export interface SampleFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const statement = [
  "No. Rekening :,'5220012345",
  'Nama :,FORUM DEMO',
  'Periode :,01/11/2026 - 30/11/2026',
  'Kode Mata Uang :,Rp',
  '',
  'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo',
  `'05/11/2026,TRSF E-BANKING CR UJI,'0000,"500,000.00 CR","1,500,000.00"`,
  '',
  'Saldo Awal :,"1,000,000.00"',
  'Mutasi Kredit :,"500,000.00",1',
  'Saldo Akhir :,"1,500,000.00"',
].join('\n');

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The smallest that is of its type by its first bytes, each a little different. */
const sound: Readonly<Record<string, (pick: number) => Buffer>> = {
  'application/pdf': (pick) => Buffer.from(`%PDF-1.4\n% ${pick % 50}\n%%EOF\n`),
  'image/png': (pick) =>
    Buffer.concat([hex('89504e470d0a1a0a0000000d49484452'), Buffer.alloc(17, pick % 256)]),
  'image/jpeg': (pick) => Buffer.concat([hex('ffd8ffe000104a46494600'), Buffer.alloc(20, pick % 256)]),
  'text/csv': (pick) => Buffer.from(statement.replace('05/11', `${10 + (pick % 20)}/11`)),
};

/** What becomes of a sound one on its way, or on purpose. */
const spoilt: readonly ((bytes: Buffer) => Buffer)[] = [
  () => Buffer.alloc(0),
  (bytes) => bytes.subarray(0, Math.ceil(bytes.length / 2)),
  (bytes) => Buffer.concat([bytes, Buffer.alloc(4_000_000, 32)]),
  (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  (bytes) => Buffer.from(bytes.toString('latin1').replace(/[,\n]/g, '\u0000'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replace(/\d/g, '9'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\n"'), 'latin1'),
  () =>
    Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>'),
  () => Buffer.from('=cmd|calc!A1,\u202e\ud800,"'.repeat(200)),
  () => hex('504b0304ffffffffffffffff'),
];

/** A file of one of the types, of another than it says, or spoilt. The same words always give the same file. */
export const sampleFile = (types: readonly string[], pick: number, isSound: boolean): SampleFile => {
  const all = Object.keys(sound);
  const type = types[pick % types.length] ?? '';
  const meant = isSound ? type : (all[pick % all.length] ?? type);
  const bytes = (sound[meant] ?? (() => Buffer.alloc(0)))(Math.floor(pick / 7));
  return { type, bytes: isSound ? bytes : (spoilt[Math.floor(pick / 3) % spoilt.length]?.(bytes) ?? bytes) };
};
