/**
 * Where the packs of lines on consignment are, by what was told of them: an SQL query that is asked by whoever wants to
 * know, of the lines (`line`) that a condition names. What follows from it core says (`consign.ts`).
 */
export const consignedLines = (condition: string): string => `
  SELECT line.drop_id, line.line_id, handed_packs,
    coalesce(sum(packs) FILTER (WHERE kind = 'sold'), 0)::int AS sold_packs,
    coalesce(sum(packs) FILTER (WHERE kind = 'returned' AND state = 'counted'), 0)::int AS returned_packs,
    coalesce(sum(packs) FILTER (WHERE state = 'awaited'), 0)::int AS awaited_packs
  FROM consignment_line AS line
  LEFT JOIN (consignment_move AS move JOIN consignment_move_line AS moved ON move_id = move.id) USING (drop_id, line_id)
  WHERE ${condition} GROUP BY line.drop_id, line.line_id, handed_packs`;
