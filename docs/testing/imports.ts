import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { root } from './pages.ts';

/** A file that imports another file of its room, both from the folder of the sources. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** All imports between the files below a folder of the project; tests are left out, since they may look into anything. */
export function importsBelow(folder: string): Import[] {
  const all = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.split(sep).join('/'),
  );
  return all
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)testing(\/|\.ts$)/.test(path))
    .flatMap((from) =>
      targets(readFileSync(join(root, folder, from), 'utf8')).map((to) => ({ from, to: resolved(from, to) })),
    );
}

/** The first ring of imports that comes back to where it began, as a list of files; null where there is none. */
export function firstRing(imports: readonly Import[]): readonly string[] | null {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { to } of next.get(file) ?? []) {
      const ring = visit(to, [...way, file]);
      if (ring !== null) return ring;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const ring = visit(file, []);
    if (ring !== null) return ring;
  }
  return null;
}

function targets(source: string): string[] {
  return [...source.matchAll(/\bfrom '(\.{1,2}\/[^']+)'|\bimport\('(\.{1,2}\/[^']+)'\)/g)].map(
    ([, named, loaded]) => named ?? loaded ?? '',
  );
}

function resolved(from: string, to: string): string {
  return join(dirname(from), to).split(sep).join('/');
}
