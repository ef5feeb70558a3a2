import type { Client } from 'pg';
import { plantParty } from './plant-lot.js';

/** Makes a planted item one that a supplier distributes: a new one, when none is given. @returns the supplier. */
export const plantDistribution = async (
  owner: Client,
  itemId: string,
  {
    price = 11_000,
    quota = 40,
    stock = null,
    atOnce = null,
    ...given
  }: {
    supplierId?: string;
    price?: number;
    quota?: number;
    stock?: number | null;
    atOnce?: number | null;
  } = {},
): Promise<string> => {
  const supplierId = given.supplierId ?? (await plantParty(owner, 'supplier'));
  await owner.query('BEGIN');
  try {
    await owner.query(`UPDATE pool_item SET mode = 'distribution' WHERE id = $1`, [itemId]);
    await owner.query(`INSERT INTO item_distribution VALUES ($1, $2, $3, $4, $5, $6, 'Gudang uji')`, [
      itemId,
      supplierId,
      price,
      quota,
      stock,
      atOnce,
    ]);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
  return supplierId;
};
