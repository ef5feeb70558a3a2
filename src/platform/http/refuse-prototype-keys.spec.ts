import fc from 'fast-check';
import { Refusal } from '../../core/kernel/refuse.js';
import { refuseStrangeShape } from './refuse-prototype-keys.js';

const fieldsOf = (value: unknown): string[] => {
  try {
    refuseStrangeShape(value);
    return [];
  } catch (error) {
    return error instanceof Refusal ? error.errors.map(({ field }) => field) : ['no refusal'];
  }
};
const nested = (levels: number): unknown => (levels === 0 ? 'end' : { a: nested(levels - 1) });

describe('the shape of a body', () => {
  it('may be anything that nests less than ten deep', () => {
    for (const value of [undefined, null, 1, 'x', {}, [], { a: [{ b: 1 }] }, nested(9)])
      expect(fieldsOf(value)).toEqual([]);
  });

  it('is refused by the name of every key of a prototype, and of what lies too deep', () => {
    const sent = JSON.parse(
      '{"a": [{"__proto__": 1}, {"b": {"constructor": {}}}], "prototype": 0}',
    ) as unknown;
    expect(fieldsOf(sent)).toEqual(['a.0.__proto__', 'a.1.b.constructor', 'prototype']);
    expect(fieldsOf(nested(10))).toEqual(['a.a.a.a.a.a.a.a.a.a']);
    expect(fieldsOf(nested(5_000))).toEqual(['a.a.a.a.a.a.a.a.a.a']);
  });

  it('is refused exactly when its text names such a key or nests ten deep', () => {
    const key = fc.constantFrom('a', 'b', 'constructor', 'prototype', '__proto__');
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 12, depthSize: 'large' },
        fc.constant(1),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.array(fc.tuple(key, tie('any')), { maxLength: 2 }).map((pairs) => new Map(pairs)),
      ),
    })).any;
    const write = (of: unknown): string => {
      if (of instanceof Map)
        return `{${[...(of as Map<string, unknown>)].map(([name, below]) => `"${name}":${write(below)}`).join()}}`;
      return Array.isArray(of) ? `[${of.map(write).join()}]` : JSON.stringify(of);
    };
    const levels = (of: unknown): number => {
      const below = of instanceof Map ? [...of.values()] : Array.isArray(of) ? of : [];
      return below.length === 0 ? 0 : 1 + Math.max(...below.map(levels));
    };
    fc.assert(
      fc.property(value, (of) => {
        const text = write(of);
        const isStrange = /proto|constructor/.test(text) || levels(of) >= 10;
        expect(fieldsOf(JSON.parse(text)).length > 0).toBe(isStrange);
      }),
    );
  });
});
