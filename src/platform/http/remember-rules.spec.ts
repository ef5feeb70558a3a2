import 'reflect-metadata';
import {
  IsArray,
  IsInt,
  IsString,
  Min,
  ValidateNested,
  getMetadataStorage,
  registerDecorator,
  validateSync,
} from 'class-validator';
import { rememberRules } from './remember-rules.js';

class Sack {
  @IsInt()
  @Min(1)
  packs: number;
}
class LabelledSack extends Sack {
  @IsString()
  label: string;
}
class Pile {
  @IsArray()
  @ValidateNested({ each: true })
  sacks: Sack[];
}

const judge = (type: new () => object, value: object): string[] =>
  validateSync(Object.assign(new type(), value), { whitelist: true, forbidNonWhitelisted: true })
    .map(
      ({ property, constraints }) =>
        `${property}: ${Object.keys(constraints ?? {})
          .sort()
          .join()}`,
    )
    .sort();

const cases = [{ packs: 3 }, { packs: 0 }, { packs: 3, label: 'x' }, { packs: 'x', other: 1 }, {}];
const judged = (): string[][] =>
  [Sack, LabelledSack].flatMap((type) => cases.map((value) => judge(type, value)));

describe('remembered rules', () => {
  it('judge as those that are looked for each time, again and again, in a class of its own and in what it inherits', () => {
    const before = judged();
    rememberRules();
    rememberRules();
    expect([judged(), judged()]).toEqual([before, before]);
    expect(before.flat()).toContain('packs: isInt,min');
  });

  it('are looked for once', () => {
    rememberRules();
    const rules = (): unknown =>
      getMetadataStorage().getTargetValidationMetadatas(LabelledSack, '', false, false);
    expect(rules()).toBe(rules());
    expect(rules()).toHaveLength(3);
  });

  it('are looked for once for an object within another too, whose class is then called a schema', () => {
    rememberRules();
    const storage = getMetadataStorage();
    const within = (): unknown => storage.getTargetValidationMetadatas(Sack, 'Pile', false, false);
    expect(within()).toBe(within());
    const pile = Object.assign(new Pile(), {
      sacks: [3, 0, 'x'].map((packs) => Object.assign(new Sack(), { packs })),
    });
    const wrong = (): unknown =>
      validateSync(pile).map(({ children }) => children?.map(({ property }) => property));
    expect([wrong(), wrong()]).toEqual([[['1', '2']], [['1', '2']]]);
  });

  it('take in one that is declared later', () => {
    rememberRules();
    expect(judge(Sack, { packs: 7 })).toEqual([]);
    registerDecorator({
      name: 'isEven',
      target: Sack,
      propertyName: 'packs',
      validator: { validate: (value: number) => value % 2 === 0 },
    });
    expect(judge(Sack, { packs: 7 })).toEqual(['packs: isEven']);
    expect(judge(LabelledSack, { packs: 7, label: 'x' })).toEqual(['packs: isEven']);
  });

  it('leave groups to class-validator', () => {
    rememberRules();
    const of = (groups: string[]): number =>
      getMetadataStorage().getTargetValidationMetadatas(Sack, '', false, false, groups).length;
    expect([of(['none']), of([])]).toEqual([0, 3]);
  });
});
