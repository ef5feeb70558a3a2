import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

const remembering = new WeakSet<Storage>();

/**
 * class-validator looks for the rules of a class among those of all classes, and sorts them by field, whenever it
 * meets an object: four times for a commitment of three lines. Rules are declared where classes are, so what was found
 * stays found until another is declared; for an object within another its class calls itself a schema, so what was
 * found is kept by class and schema. Groups, which nothing here uses, are looked for as before, and so is what claims to
 * be of a class and is of none.
 */
export const rememberRules = (storage: Storage = getMetadataStorage()): void => {
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const add = storage.addValidationMetadata.bind(storage);
  let found = new WeakMap<object, Map<string | undefined, Rules>>();
  const grouped = new WeakMap<Rules, ReturnType<typeof group>>();

  storage.addValidationMetadata = (rule) => {
    found = new WeakMap();
    add(rule);
  };
  storage.getTargetValidationMetadatas = (type, schema, always, strictGroups, groups) => {
    if (typeof type !== 'function' || always || strictGroups || (groups?.length ?? 0) > 0)
      return find(type, schema, always, strictGroups, groups);
    const bySchema = found.get(type) ?? new Map<string | undefined, Rules>();
    const known = bySchema.get(schema);
    if (known !== undefined) return known;
    const rules = find(type, schema, always, strictGroups, groups);
    found.set(type, bySchema.set(schema, rules));
    return rules;
  };
  storage.groupByPropertyName = (rules) => {
    const known = grouped.get(rules);
    if (known !== undefined) return known;
    const fields = group(rules);
    grouped.set(rules, fields);
    return fields;
  };
};
