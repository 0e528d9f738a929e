/** A file that one member sends while others work. */
export type HeavySource = {
  readonly name: string;
  readonly file: string;
  readonly text: () => string;
  /** Whether it is applied too, once it is read. */
  readonly apply: boolean;
};

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

const WORDS = 'image layer volume network registry container process memory kernel daemon cache branch'.split(' ');

/** Sentences without meaning, of about so many characters. */
function prose(characters: number, seed: number): string {
  const sentences: string[] = [];
  for (let length = 0, n = seed; length < characters; n += 1) {
    const words = range(9).map((index) => WORDS[(n * 7 + index * 5) % WORDS.length]);
    const sentence = `The ${words.join(' ')} number ${n}.`;
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  return sentences.join(' ');
}

function jsonOf(cards: number): string {
  return JSON.stringify(range(cards).map((n) => ({ front: `What is number ${n}?`, back: prose(19_000, n) })));
}

function csvOf(cards: number): string {
  return ['front,back', ...range(cards).map((n) => `What is number ${n}?,It is the number ${n} of all`)].join('\n');
}

function sectionsOf(count: number): string {
  return range(count)
    .map((n) => `## Topic ${n}\n\n**Term${n}**: is the thing number ${n} of all the things that there are.\n`)
    .join('\n');
}

/** What has stopped the program for everybody, or could. */
export const HEAVY: readonly HeavySource[] = [
  { name: 'JSON, 4 long cards', file: 'four.json', text: () => jsonOf(4), apply: false },
  { name: 'JSON, 16 long cards', file: 'sixteen.json', text: () => jsonOf(16), apply: false },
  { name: 'JSON, 400 long cards', file: 'many.json', text: () => jsonOf(400), apply: false },
  { name: 'CSV, 9,900 cards', file: 'cards.csv', text: () => csvOf(9_900), apply: false },
  { name: 'Markdown, 9,000 sections', file: 'sections.md', text: () => sectionsOf(9_000), apply: false },
  {
    name: '10 MB of prose',
    file: 'prose.md',
    text: () =>
      range(2_000)
        .map((n) => `## Part ${n}\n\n${prose(5_000, n)}\n`)
        .join('\n')
        .slice(0, 10_000_000),
    apply: false,
  },
  {
    name: 'a list 3,000 deep',
    file: 'deep.md',
    text: () =>
      range(3_000)
        .map((n) => `${'  '.repeat(n)}- point ${n}`)
        .join('\n'),
    apply: false,
  },
  {
    name: 'CSV, 2 million rows',
    file: 'rows.csv',
    text: () => `front,back\n${'a,b\n'.repeat(2_000_000)}`,
    apply: false,
  },
  {
    name: '10,000 link references',
    file: 'links.md',
    text: () =>
      range(10_000)
        .map((n) => `[link ${n}]: https://example.org/${n}\n\nSee [link ${n}] for more.\n`)
        .join('\n'),
    apply: false,
  },
  {
    name: 'front matter without an end',
    file: 'front.md',
    text: () =>
      `---\n${range(100_000)
        .map((n) => `key${n}: value`)
        .join('\n')}\n`,
    apply: false,
  },
  { name: 'applying 5,000 cards', file: 'five.csv', text: () => csvOf(5_000), apply: true },
  { name: 'applying 10,000 cards', file: 'ten.md', text: () => sectionsOf(10_000), apply: true },
];
