import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { writeAudit } from '../audit/write-audit.js';
import { Db } from '../db/db.js';
import type { GuardedRequest } from './access.guard.js';
import { ACCESS_TABLE, type AccessTable, type AuditedReading } from './allow.js';
import { partiesOf, type Principal } from './principal.js';
import { routeName } from './route-name.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const rowsOf = (answer: unknown): Fields[] => {
  if (!isFields(answer)) return [];
  return Array.isArray(answer.data) ? answer.data.filter(isFields) : [answer];
};

const idsIn = (row: Fields, names: readonly string[]): string[] =>
  names.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : []));

/** Those who look past the walls between parties, and as whom they do. */
const LOOKERS = ['organiser', 'observer', 'administrator'] as const;

/**
 * Whose records somebody has read who is none of the parties in them; of each record all its parties. Where nothing
 * in the answer says whose it is, the path does; where that does not either, whoever oversees is noted.
 *
 *   own invoice -> nobody; ten invoices of five koperasi, read by an observer -> those five and their suppliers
 */
export const readOf = (
  reading: AuditedReading,
  { memberships }: Principal,
  params: Fields,
  answer: unknown,
): { parties: string[]; rows: number } => {
  const own = new Set(memberships.map(({ partyId }) => partyId));
  const named = rowsOf(answer).map((row) => idsIn(row, reading.parties));
  const sets = named.some((ids) => ids.length > 0) ? named : [idsIn(params, reading.parties)];
  const foreign = sets.filter((ids) => ids.length > 0 && !ids.some((id) => own.has(id)));
  return { parties: [...new Set(foreign.flat())].sort(), rows: foreign.length };
};

/** Keeps, before the answer goes out, who opened records of others; nothing for their own. */
export const noteReading = async (
  db: Db,
  principal: Principal,
  read: {
    readonly route: string;
    readonly reading: AuditedReading;
    readonly params: Fields;
    readonly answer: unknown;
  },
): Promise<void> => {
  const { route, reading, params } = read;
  const { parties, rows } = readOf(reading, principal, params, read.answer);
  const isNamed = reading.parties.length > 0;
  if (isNamed ? parties.length === 0 : partiesOf(principal, ...LOOKERS).length === 0) return;
  const [subjectId] = Object.values(params).filter((value) => typeof value === 'string');
  await db.transaction((tx) =>
    writeAudit(tx, {
      actorId: principal.personId,
      action: 'record-read',
      subjectType: reading.what,
      subjectId: subjectId ?? parties[0] ?? '',
      data: { route, rows, parties: parties.join(' ') },
    }),
  );
};

/**
 * Notes who opened records of others that a route of the access table calls sensitive: one audit row per request,
 * with ids only, written before the answer goes out; without it there is none.
 */
@Injectable()
export class AuditReading implements NestInterceptor {
  constructor(
    @Inject(ACCESS_TABLE) private readonly table: AccessTable,
    private readonly db: Db,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = routeName(context.getClass(), context.getHandler()) ?? '';
    const reading = this.table[route]?.auditsReading;
    const { principal, params } = context.switchToHttp().getRequest<GuardedRequest>();
    if (reading === undefined || principal === undefined) return next.handle();
    const path = isFields(params) ? params : {};
    return next.handle().pipe(
      mergeMap(async (answer) => {
        await noteReading(this.db, principal, { route, reading, params: path, answer });
        return answer as unknown;
      }),
    );
  }
}
