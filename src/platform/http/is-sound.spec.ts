import 'reflect-metadata';
import fc from 'fast-check';
import { plainToInstance } from 'class-transformer';
import { Allow, IsString, ValidateNested, validate } from 'class-validator';
import {
  CivilDate,
  Flag,
  Id,
  Ids,
  Instant,
  IsoWeek,
  ListOf,
  Measure,
  OneOf,
  Packs,
  Part,
  Rupiah,
  Text,
  Words,
} from './fields.js';
import { isSound } from './is-sound.js';

class Place {
  @Text({ max: 5, pattern: /^[a-z]*$/ })
  name: string;
  @Measure({ optional: true })
  latitude?: number;
}
class Line {
  @Id()
  itemId: string;
  @Packs({ max: 9 })
  packs: number;
  @Rupiah({ optional: true, nullable: true })
  maxRp?: number | null;
  @CivilDate({ nullable: true })
  neededBy: string | null;
  @Part(() => Place, { optional: true })
  place?: Place;
}
class Order extends Place {
  @ListOf(() => Line, { min: 1, max: 2 })
  lines: Line[];
  @OneOf(['buy', 'sell'])
  side: string;
  @Flag({ optional: true })
  isUrgent?: boolean;
  @Instant({ optional: true })
  at?: string;
  @IsoWeek({ optional: true })
  week?: string;
  @Words({ optional: true })
  words?: string[];
  @Ids({ max: 2, optional: true })
  ids?: string[];
}

const ID = '01900000-0000-7000-8000-000000000001';
const strange = fc.constantFrom<unknown>(
  ...[undefined, null, 0, 1, 1.5, -1, 10, '', 'a', 'A', '\u0000', [], [null], [undefined], {}, { a: 1 }],
  ...[true, ID, [ID], [ID, 'x'], [ID, ID, ID], ['a'], [['a']], 'x'.repeat(9)],
  ...['2026-02-30', '2026-11-22', '2026-W99'],
);
/** Mostly what the field wants, else anything. */
const mostly = (...good: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: strange });
const place = { name: mostly('a', 'abc'), latitude: mostly(1.5, undefined) };
/** Seldom with a field more than it has. */
const orMore = (fields: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc
    .tuple(fields, mostly(undefined), fc.constantFrom('other', 'constructor', 'toString'))
    .map(([all, value, name]) => (value === undefined ? all : { ...all, [name]: value }));
const line = orMore(
  fc.record(
    {
      itemId: mostly(ID),
      packs: mostly(1, 9),
      maxRp: mostly(1, null, undefined),
      neededBy: mostly('2026-12-31', null),
      place: fc.oneof(mostly(undefined), fc.record(place, { requiredKeys: ['name'] })),
    },
    { requiredKeys: ['itemId', 'packs', 'neededBy'] },
  ),
);
const order = orMore(
  fc.record(
    {
      ...place,
      lines: fc.oneof(
        { weight: 20, arbitrary: fc.array(line, { minLength: 1, maxLength: 2 }) },
        { weight: 1, arbitrary: fc.oneof(strange, fc.array(line, { maxLength: 3 })) },
      ),
      side: mostly('buy', 'sell'),
      isUrgent: mostly(true, undefined),
      at: mostly('2026-11-22T08:00:00Z'),
      week: mostly('2026-W48'),
      words: mostly(['a', 'b'], []),
      ids: mostly([ID], [ID, ID]),
    },
    { requiredKeys: ['name', 'lines', 'side'] },
  ),
);

const OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  validationError: { target: false, value: false },
};
const isAccepted = async (object: object): Promise<boolean> => (await validate(object, OPTIONS)).length === 0;

describe('what is sound', () => {
  it('is what class-validator finds nothing wrong with, whatever comes', async () => {
    const seen = { sound: 0, wrong: 0 };
    await fc.assert(
      fc.asyncProperty(order, async (plain) => {
        const object = plainToInstance(Order, plain);
        const accepted = await isAccepted(object);
        // What is sound is never refused; what is accepted is sound, but for names that every object has.
        expect(isSound(object)).toBe(accepted && !Object.hasOwn(object, 'constructor'));
        seen[accepted ? 'sound' : 'wrong'] += 1;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.sound, seen.wrong)).toBeGreaterThan(50);
  });

  it('is not said of what only class-validator can judge', async () => {
    class Allowed {
      @Allow()
      any: unknown;
    }
    class Whole {
      @IsString({ groups: ['other'], validateIf: () => true })
      text: string;
    }
    for (const object of [
      Object.assign(new Allowed(), { any: 1 }),
      Object.assign(new Whole(), { text: 'a' }),
    ]) {
      expect(await isAccepted(object)).toBe(true);
      expect(isSound(object)).toBe(false);
    }
    expect(isSound({})).toBe(false);
    expect(isSound(Object.create(null) as object)).toBe(false);
    expect(isSound({ constructor: Place, name: 'a' })).toBe(false);
  });

  it('is judged anew when a rule is declared later', () => {
    class Late {
      @IsString()
      text: string;
    }
    const late = Object.assign(new Late(), { text: 'a', of: new Date() });
    expect(isSound(late)).toBe(false);
    ValidateNested()(Late.prototype, 'of');
    expect(isSound(late)).toBe(false);
    expect(isSound(Object.assign(new Late(), { text: 'a' }))).toBe(true);
  });
});
