import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { takeDocument } from '../../core/party/qualification/take-document.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { ProofView } from './proof.dto.js';

/** Where proofs of one kind are kept: of transfers that payers claim, of payouts that were sent. */
export interface ProofShelf {
  readonly table: 'transfer_proof' | 'payout_proof';
  /** The column of what they prove. */
  readonly of: 'transfer_id' | 'payout_id';
}

/** A file that somebody shows as a bank's proof. */
export interface ShownFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface ReadFile extends ShownFile {
  readonly sha256: Buffer;
  /** Found in its bytes, whatever its sender says. */
  readonly foundType: string | undefined;
}

export interface Proof {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Finds out what a file is, before any lock is taken. */
export const readFile = async (file: ShownFile): Promise<ReadFile> => ({
  ...file,
  sha256: createHash('sha256').update(file.content).digest(),
  foundType: (await fileTypeFromBuffer(file.content).catch(() => undefined))?.mime,
});

/** Proofs of several transfers or payouts, without their bytes, the first first. */
export const proofsOf = (
  sql: Sql,
  { table, of }: ProofShelf,
  ids: readonly string[],
): Promise<(ProofView & { readonly ofId: string })[]> =>
  sql.rows(
    `SELECT ${of} AS of_id, encode(sha256, 'hex') AS sha256, file_name, media_type, octet_length(content) AS size_bytes,
       uploaded_at FROM ${table} WHERE ${of} = ANY ($1) ORDER BY uploaded_at, sha256`,
    [ids],
  );

/**
 * Keeps a proof in the caller's transaction, which holds the lock of what it proves; the caller has looked that the same
 * file is not there. @throws Refusal
 */
export const keepProof = async (
  tx: Tx,
  { table, of }: ProofShelf,
  id: string,
  { name, content, sha256, foundType }: ReadFile,
  by: { readonly personId: string; readonly kept: number },
): Promise<void> => {
  const { fileName, mediaType } = takeDocument({ sizeBytes: content.length, name, foundType }, by.kept);
  await tx.change(
    `INSERT INTO ${table} (${of}, sha256, media_type, file_name, content, uploaded_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, sha256, mediaType, fileName, content, by.personId],
  );
};

/** The bytes of one proof, as they came. */
export const proofContent = async (
  sql: Sql,
  { table, of }: ProofShelf,
  id: string,
  sha256: string,
): Promise<Proof | undefined> =>
  /^[0-9a-f]{64}$/.test(sha256)
    ? sql.first<Proof>(
        `SELECT file_name, media_type, content FROM ${table} WHERE ${of} = $1 AND sha256 = decode($2, 'hex')`,
        [id, sha256],
      )
    : undefined;
