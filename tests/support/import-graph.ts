import type { Import } from './imports.js';

function nameOf(file: string): string {
  return file.replace(/\.[jt]sx?$/, '');
}

/** Files that import each other round in a circle, each circle once, sorted. */
export function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const to = new Map<string, string[]>();
  for (const { from, of } of imports) to.set(nameOf(from), [...(to.get(nameOf(from)) ?? []), nameOf(of)]);
  const reached = new Map<string, Set<string>>();
  const reach = (start: string): Set<string> => {
    const known = reached.get(start);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    const open = [...(to.get(start) ?? [])];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      open.push(...(to.get(file) ?? []));
    }
    reached.set(start, seen);
    return seen;
  };
  const circles = new Map<string, readonly string[]>();
  for (const file of to.keys()) {
    if (!reach(file).has(file)) continue;
    const members = [...reach(file)].filter((other) => reach(other).has(file)).sort();
    circles.set(members.join(), members);
  }
  return [...circles.values()];
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Where two paths part: the folders in which each goes on by itself. `null` where one is inside the other. */
function partingOf(from: string, of: string): readonly [string, string] | null {
  const [a, b] = [foldersOf(from), foldersOf(of)];
  const index = a.findIndex((folder, depth) => folder !== b[depth]);
  const [left, right] = [a[index], b[index]];
  return left === undefined || right === undefined ? null : [left, right];
}

export type TwoWay = {
  readonly folders: readonly [string, string];
  /** Imports of the first from the second, and the other way. */
  readonly there: readonly string[];
  readonly back: readonly string[];
};

/** Folders beside each other of which each imports the other. A folder and what is inside it may. */
export function twoWayIn(imports: readonly Import[]): readonly TwoWay[] {
  const arrows = new Map<string, string[]>();
  for (const { from, of } of imports) {
    const parting = partingOf(from, of);
    if (parting === null) continue;
    const key = parting.join('→');
    arrows.set(key, [...(arrows.get(key) ?? []), `${from} → ${of}`]);
  }
  return [...arrows].flatMap(([key, there]) => {
    const [a = '', b = ''] = key.split('→');
    const back = arrows.get(`${b}→${a}`);
    return back !== undefined && a < b ? [{ folders: [a, b] as const, there, back }] : [];
  });
}
