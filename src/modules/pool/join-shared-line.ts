/**
 * Joins `shared_line`, each line looked up by its id. Joined plainly, the view's wall (a security barrier, through which
 * no join's condition passes) would first judge every line there is, for each row that asks; OFFSET keeps it apart.
 * @param lineId the column that names the line
 */
export const joinSharedLine = (lineId: string): string =>
  `JOIN LATERAL (SELECT * FROM shared_line WHERE shared_line.id = ${lineId} OFFSET 0) AS shared_line ON true`;
