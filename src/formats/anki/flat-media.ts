import type { MediaFile } from '../card-file.js';

/** File names for a package, which has no folders, by the names in the cards. */
export function flatNames(media: readonly MediaFile[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { name } of media) {
    const last = name.split('/').at(-1) || 'media';
    let free = last;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1) free = `${copy}-${last}`;
    taken.add(free.toLowerCase());
    names.set(name, free);
  }
  return names;
}
