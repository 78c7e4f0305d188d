/**
 * The paths of all fields of a JSON document, each once and sorted; the elements of a list are `list[]`. A record, whose keys are
 * data, is one field.
 *
 * @example fieldPaths({ a: [{ b: 1 }] }, []) // ['a', 'a[].b']
 */
export function fieldPaths(document: unknown, records: readonly string[]): string[] {
  const found = new Set<string>();
  collect(document, '', { found, records });
  return [...found].sort();
}

interface Search {
  readonly found: Set<string>;
  readonly records: readonly string[];
}

function collect(value: unknown, path: string, search: Search): void {
  if (path !== '' && !path.endsWith('[]')) search.found.add(path);
  if (search.records.includes(path) || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) collect(element, `${path}[]`, search);
    return;
  }
  for (const [key, field] of Object.entries(value)) collect(field, path === '' ? key : `${path}.${key}`, search);
}
