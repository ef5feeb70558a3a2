import { getMetadataStorage, type ValidationArguments } from 'class-validator';

type FindRules = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];
type Rules = ReturnType<FindRules>;

interface Check {
  /** Asked of each entry of a list. */
  readonly each: boolean;
  readonly constraints: unknown[];
  readonly judge: { validate(value: unknown, args: ValidationArguments): unknown };
}

interface Field {
  /** The field is judged only if all of them hold. */
  readonly conditions: ((object: unknown, value: unknown) => unknown)[];
  readonly checks: Check[];
  isNested: boolean;
}

type Fields = ReadonlyMap<string, Field>;

/** Kinds of rules, as class-validator's ValidationTypes names them. */
const CONDITION = 'conditionalValidation';
const NESTED = 'nestedValidation';
const CHECKS: readonly string[] = ['customValidation', 'isDefined'];

const known = new WeakMap<Rules, Fields | undefined>();

/** A class's rules by field; undefined when there is one among them of a kind that only class-validator knows. */
const arrange = (rules: Rules): Fields | undefined => {
  const storage = getMetadataStorage();
  const fields = new Map<string, Field>();
  for (const { propertyName, type, constraints, constraintCls, each, validateIf } of rules) {
    const field = fields.get(propertyName) ?? { conditions: [], checks: [], isNested: false };
    fields.set(propertyName, field);
    if (type === CONDITION) field.conditions.push(constraints[0] as Field['conditions'][number]);
    else if (type === NESTED) field.isNested = true;
    else if (!CHECKS.includes(type) || validateIf !== undefined) return undefined;
    else
      for (const { async: isAsync, instance } of storage.getTargetValidatorConstraints(constraintCls)) {
        if (isAsync) return undefined;
        field.checks.push({ each, constraints, judge: instance });
      }
  }
  return fields;
};

const fieldsOf = (type: Parameters<FindRules>[0]): Fields | undefined => {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  if (!known.has(rules)) known.set(rules, rules.length === 0 ? undefined : arrange(rules));
  return known.get(rules);
};

const isFieldSound = (name: string, { conditions, checks, isNested }: Field, object: object): boolean => {
  const value = (object as Record<string, unknown>)[name];
  if (!conditions.every((holds) => holds(object, value))) return true;
  for (const { each, constraints, judge } of checks) {
    const args = { targetName: object.constructor.name, property: name, object, value, constraints };
    const isMet = (one: unknown): boolean => judge.validate(one, args) === true;
    if (each ? !(Array.isArray(value) && value.every(isMet)) : !isMet(value)) return false;
  }
  return !isNested || areSound(value);
};

const areSound = (value: unknown): boolean => {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.every(areSound);
  return typeof value === 'object' && value !== null && isSound(value);
};

/**
 * Whether class-validator would find nothing wrong with an object that may have no other fields than its class: the same
 * rules, but none of what is built to say what is wrong, which is nearly all of its work and nearly always for nothing.
 * False also where it cannot tell; then class-validator is asked.
 */
export const isSound = (object: object): boolean => {
  const fields = typeof object.constructor === 'function' ? fieldsOf(object.constructor) : undefined;
  if (fields === undefined || !Object.keys(object).every((name) => fields.has(name))) return false;
  for (const [name, field] of fields) if (!isFieldSound(name, field, object)) return false;
  return true;
};
