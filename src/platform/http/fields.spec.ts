import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldErrors } from './field-errors.js';
import { ListOf, Part, Text } from './fields.js';

class Place {
  @Text()
  name: string;
}

class Order {
  @Part(() => Place)
  from: Place;
  @Part(() => Place, { optional: true })
  by?: Place;
  @Part(() => Place, { nullable: true })
  to: Place | null;
}

class Route {
  @ListOf(() => Place)
  stops: Place[];
}

const brokenOf = (body: object, type: new () => object = Order): string[] =>
  fieldErrors(validateSync(plainToInstance(type, body), { whitelist: true })).map(
    ({ field, rule }) => `${field} ${rule}`,
  );

describe('a nested object', () => {
  it('is asked for where it is not optional, though nothing in it is there to be judged', () => {
    expect(brokenOf({ to: null })).toEqual(['from REQUIRED']);
    expect(brokenOf({ from: null, to: null })).toContain('from REQUIRED');
    expect(brokenOf({ from: { name: 'gudang' }, to: null })).toEqual([]);
  });

  it('is judged field by field where it is there', () => {
    expect(brokenOf({ from: { name: 'gudang' }, by: {}, to: { name: 'kantor' } })).toContain('by.name TEXT');
  });

  it('is no list of such objects', () => {
    const place = { name: 'gudang' };
    expect(brokenOf({ from: [place], to: null })).toEqual(['from OBJECT']);
    expect(brokenOf({ from: place, by: [], to: [[place]] })).toEqual(['by OBJECT', 'to OBJECT']);
  });
});

describe('a list of objects', () => {
  it('has objects for entries, and no lists of them, which nested rules would let pass', () => {
    const place = { name: 'gudang' };
    expect(brokenOf({ stops: [place, place] }, Route)).toEqual([]);
    expect(brokenOf({ stops: [] }, Route)).toEqual([]);
    expect(brokenOf({ stops: [[place, place], place] }, Route)).toEqual(['stops OBJECT']);
    expect(brokenOf({ stops: [[]] }, Route)).toEqual(['stops OBJECT']);
  });
});
