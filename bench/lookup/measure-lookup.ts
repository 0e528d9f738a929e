import { buildLookup } from '../../src/lookup/lookup.js';
import { type Spread, spreadOf } from '../statistics.js';
import { type Contender, contenders } from './engines.js';
import { type Library, makeLibrary } from './library.js';

export type MeasuredEngine = {
  readonly name: string;
  /** Passages a second. */
  readonly built: number;
  /** Milliseconds. */
  readonly found: Spread;
  /** The share of questions whose own passage came first. */
  readonly right: number;
};

export type MeasuredLookup = {
  readonly passages: number;
  readonly engines: readonly MeasuredEngine[];
  /** Milliseconds, over as many concepts as there are passages. */
  readonly autocomplete: Spread;
  readonly related: Spread;
  readonly quoted: Spread;
};

const WARM_UP = 100;

/** Times each call by itself; the first ones are thrown away. */
async function timesOf<T>(items: readonly T[], call: (item: T) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (const item of items) {
    const begin = performance.now();
    const result = call(item);
    if (result instanceof Promise) await result;
    times.push(performance.now() - begin);
  }
  return times.slice(Math.min(WARM_UP, items.length - 1));
}

async function measureEngine({ name, build }: Contender, library: Library): Promise<MeasuredEngine> {
  await build(library.passages.slice(0, 500));
  const begin = performance.now();
  const engine = await build(library.passages);
  const built = library.passages.length / ((performance.now() - begin) / 1_000);
  let right = 0;
  const times = await timesOf(library.questions, async ({ query, of }) => {
    if ((await engine.search(query)) === of) right += 1;
  });
  await engine.close?.();
  return { name, built, found: spreadOf(times), right: right / library.questions.length };
}

export async function measureLookup(serverUrl: string, note: (text: string) => void): Promise<MeasuredLookup> {
  const library = makeLibrary();
  const engines: MeasuredEngine[] = [];
  for (const contender of contenders(serverUrl, note)) {
    note(`lookup: ${contender.name}\n`);
    engines.push(await measureEngine(contender, library));
  }
  const lookup = buildLookup(library.passages);
  const asked = new Map(library.passages.slice(0, 500).map(({ id }, at) => [id, at]));
  const some = library.passages.filter((_, at) => at % 10 === 0);
  return {
    passages: library.passages.length,
    engines,
    autocomplete: spreadOf(await timesOf(library.typed, (typed) => lookup.suggest(typed, 25, asked))),
    related: spreadOf(await timesOf(some, ({ id }) => lookup.related(id, 3))),
    quoted: spreadOf(
      await timesOf(library.questions, ({ query }) => {
        const found = lookup.find(query).results[0];
        return found && lookup.quote(query, found.passage.id, 3);
      }),
    ),
  };
}

/** Passages a second, and milliseconds. */
export const LOOKUP_TARGETS = { built: 5_000, foundP50: 2, foundP99: 15, autocompleteP99: 30 } as const;

/** Every target that was missed, as a sentence. */
export function missedByLookup({ engines, autocomplete }: MeasuredLookup): readonly string[] {
  const ours = engines[0];
  if (ours === undefined) return [];
  const { built, foundP50, foundP99, autocompleteP99 } = LOOKUP_TARGETS;
  const limits = [
    ['a lookup at p50', ours.found.p50, foundP50],
    ['a lookup at p99', ours.found.p99, foundP99],
    ['autocomplete at p99', autocomplete.p99, autocompleteP99],
  ] as const;
  const slow = limits
    .filter(([, found, target]) => found > target)
    .map(([what, found, target]) => `${what} took ${found.toFixed(1)} ms, the target is ${target} ms`);
  if (ours.built >= built) return slow;
  return [...slow, `${ours.built.toFixed(0)} passages a second were indexed, the target is ${built}`];
}
