/** A field of a JSON schema. */
export interface SchemaField {
  /** As in `interval.level`; the elements of a list are `list[]`. */
  readonly path: string;
  /** The words that it can be, if it is one of a few. */
  readonly values: readonly string[];
  readonly isOptional: boolean;
}

/** Every field of a JSON schema of objects, lists and unions with null. */
export function schemaFields(schema: unknown, path = ''): SchemaField[] {
  const required = asList(at(schema, 'required'));
  return Object.entries(at(schema, 'properties') ?? {}).flatMap(([name, field]) => {
    const inside = path === '' ? name : `${path}.${name}`;
    const own = { path: inside, values: valuesOf(field), isOptional: !required.includes(name) };
    return [own, ...partsOf(field).flatMap(({ part, suffix }) => schemaFields(part, inside + suffix))];
  });
}

/** The value at a path of names joined by dots. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce(at, document);
}

function valuesOf(field: unknown): string[] {
  const words = at(field, 'enum') ?? at(at(field, 'items'), 'enum');
  return asList(words).filter((word) => typeof word === 'string');
}

function partsOf(field: unknown): { part: unknown; suffix: string }[] {
  const items = at(field, 'items');
  if (items !== undefined) return [{ part: items, suffix: '[]' }];
  return [field, ...asList(at(field, 'anyOf')), ...asList(at(field, 'oneOf'))].map((part) => ({ part, suffix: '' }));
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
