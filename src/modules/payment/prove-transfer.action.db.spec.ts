import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { paymentsOf, plantDue } from '../../../test/support/play-gateway.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { Principal } from '../../platform/auth/principal.js';
import { ProveTransfer } from './prove-transfer.action.js';
import { TransferReader } from './transfer.reader.js';
import type { TransferView } from './transfer.dto.js';

const RECEIPT = Buffer.from('%PDF-1.4\nbukti transfer (uji)\n%%EOF\n');
const reader = new TransferReader();

let database: TestDatabase;
let stage: ReturnType<typeof paymentsOf>;
let proving: ProveTransfer;
let payer: Principal;
let payee: Principal;
let other: Principal;
let dueId: string;
let claimed: TransferView;

beforeAll(async () => {
  database = await freshDatabase();
  stage = paymentsOf(database, new ScriptedGateway());
  proving = new ProveTransfer(database.bareDb, reader);
  const plant = async (kind: 'koperasi' | 'supplier'): Promise<[string, Principal]> => {
    const id = await plantParty(database.owner, kind);
    return [id, await plantMember(database.owner, kind, id, 'treasurer')];
  };
  const [payerId, first] = await plant('koperasi');
  const [payeeId, second] = await plant('supplier');
  [payer, payee] = [first, second];
  [, other] = await plant('koperasi');
  dueId = await plantDue(database, payerId, payeeId, 100_000);
});
beforeEach(async () => {
  claimed = await as(payer, () =>
    stage.transfers.claim(payer, dueId, { amountRp: 10_000, paidOn: '2026-11-20' }),
  );
});
afterAll(() => database.close());

const show = (content: Buffer, who = payer, name = 'struk.pdf'): Promise<TransferView> =>
  as(who, () => proving.run(who.personId, dueId, claimed.id, { name, content }));
const found = (who: Principal): Promise<TransferView | undefined> =>
  as(who, async () => (await reader.ofDue(database.bareDb, dueId)).find(({ id }) => id === claimed.id));

describe('the proof of a transfer', () => {
  it('is kept once, under what its bytes are, and stands before its payee who confirms', async () => {
    await Promise.all([show(RECEIPT), show(RECEIPT), show(RECEIPT)]);
    const again = await show(RECEIPT);
    expect(again.proofs).toMatchObject([
      { fileName: 'struk.pdf', mediaType: 'application/pdf', sizeBytes: RECEIPT.length },
    ]);
    const sha256 = (await found(payee))?.proofs[0]?.sha256 ?? '';
    const file = await as(payee, () => reader.proof(database.bareDb, dueId, claimed.id, sha256));
    expect(file.content.equals(RECEIPT)).toBe(true);
    const confirmed = await as(payee, () => stage.transfers.confirm(payee, dueId, claimed.id));
    expect(confirmed).toMatchObject({ state: 'confirmed', proofs: [{ sha256 }] });
    expect((await show(RECEIPT)).proofs).toHaveLength(1);
  });

  it('is refused where it is none, and once the transfer has been judged', async () => {
    for (const [content, code] of [
      [Buffer.alloc(0), 'DOCUMENT_EMPTY'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'DOCUMENT_TYPE_NOT_TAKEN'],
    ] as const)
      await expect(show(content)).rejects.toMatchObject({ code });
    await as(payee, () => stage.transfers.refuse(payee, dueId, claimed.id, 'belum masuk'));
    await expect(show(RECEIPT)).rejects.toMatchObject({ code: 'TRANSFER_JUDGED' });
    await expect(
      database.db.change(
        `INSERT INTO transfer_proof (transfer_id, sha256, media_type, file_name, content, uploaded_by)
         VALUES ($1, sha256('x'), 'image/png', 'x.png', 'x', $2)`,
        [claimed.id, payer.personId],
      ),
    ).rejects.toMatchObject({ constraint: 'transfer_awaits_judgement' });
  });

  it('is neither seen nor shown by others', async () => {
    const [{ sha256 } = { sha256: '' }] = (await show(RECEIPT)).proofs;
    expect(await found(other)).toBeUndefined();
    await expect(show(RECEIPT, other)).rejects.toMatchObject({ code: 'TRANSFER_NOT_FOUND' });
    await expect(
      as(other, () => reader.proof(database.bareDb, dueId, claimed.id, sha256)),
    ).rejects.toMatchObject({ code: 'PROOF_NOT_FOUND' });
    // The payee sees what it was shown, and adds nothing to it.
    await expect(show(Buffer.concat([RECEIPT, Buffer.from('2')]), payee)).rejects.toThrow(
      'row-level security',
    );
  });
});
