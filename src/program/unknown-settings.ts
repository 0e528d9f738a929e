import { editDistance } from '../core/edit-distance.js';

/** A variable that no setting reads, and the one that was probably meant. */
export type UnknownSetting = { readonly name: string; readonly meant: string | null };

/** More slips than that make another word. */
const MOST_SLIPS = 2;
/** Nobody else's variables begin like this. */
const OURS = /^REPASO_/u;

function closest(name: string, known: readonly string[]): string | null {
  const near = known
    .map((other) => ({ other, slips: editDistance(name, other, MOST_SLIPS) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.other ?? null;
}

/** Short names are left alone: `POST` is one slip from `PORT`, and is somebody else's. */
const SHORTEST = 8;

/** Variables that are set and mean nothing, though they look as if they should. */
export function unknownSettings(
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): readonly UnknownSetting[] {
  const names = Object.keys(env).filter((name) => env[name] !== undefined && env[name] !== '' && !known.includes(name));
  return names.flatMap((name) => {
    const meant = name.length < SHORTEST ? null : closest(name.toUpperCase(), known);
    return meant === null && !OURS.test(name) ? [] : [{ name, meant }];
  });
}
