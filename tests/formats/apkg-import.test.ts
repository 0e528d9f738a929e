import { describe, expect, it } from 'vitest';
import { readCardFile } from '../../src/formats/read-card-file.js';
import { BASIC, CLOZE, type CollectionIn, DECK, package11, package18, REVERSED } from './anki-package.js';
import { told } from './support.js';

/** What most people's packages hold: three stock types, a sub-deck, tags, and every state a card can be in. */
const COLLECTION: CollectionIn = {
  notes: [
    { id: 101, fields: ['le chien', 'el perro'], tags: ' animales fr::a1 ' },
    { id: 102, type: REVERSED, fields: ['la <b>maison</b>', 'la casa'] },
    { id: 103, type: CLOZE, fields: ['{{c1::Paris::ciudad}} est la capitale de la {{c2::France}}.', ''] },
    { id: 104, fields: ['<img src="chat.jpg">', 'el gato [sound:chat.mp3]'] },
    { id: 105, fields: ['en cours', 'aprendiendo'] },
    { id: 106, fields: ['oublié', 'olvidado'] },
  ],
  cards: [
    { id: 201, note: 101, type: 2, queue: 2, due: 1340, ivl: 30, factor: 2350, reps: 6, lapses: 1 },
    { id: 202, note: 102, ord: 0, type: 2, queue: 2, due: 1400, ivl: 60, factor: 2500, reps: 4 },
    { id: 203, note: 102, ord: 1, type: 2, queue: -1, due: 1350, ivl: 10, factor: 1300, reps: 9, lapses: 3 },
    { id: 204, note: 103, ord: 0, due: 4 },
    { id: 205, note: 103, ord: 1, type: 2, queue: -2, due: 1330, ivl: 6, factor: 2600, reps: 2 },
    { id: 206, note: 104, queue: -1, due: 5 },
    { id: 207, note: 105, type: 1, queue: 1, due: Date.parse('2026-11-23T20:00:00Z') / 1000, reps: 1 },
    {
      id: 208,
      note: 106,
      type: 3,
      queue: 3,
      due: 1331,
      ivl: 4,
      factor: 2300,
      reps: 5,
      lapses: 1,
      odue: 1331,
      odid: DECK,
      deck: 5,
    },
  ],
  reviews: [
    { at: '2026-10-25T18:00:00Z', card: 201, ease: 3 },
    // Half past one at night is still the day before.
    { at: '2026-10-31T23:30:00Z', card: 201, ease: 1 },
    { at: '2026-11-01T01:00:00Z', card: 201, ease: 3, type: 2 },
    { at: '2026-11-02T09:00:00Z', card: 201, ease: 4, type: 3 },
    { at: '2026-11-03T09:00:00Z', card: 201, ease: 2 },
    { at: '2026-11-04T09:00:00Z', card: 201, ease: 0, type: 4 },
    { at: '2026-11-04T10:00:00Z', card: 999, ease: 3 },
  ],
  decks: { 1: 'Default', [DECK]: 'Idiomas::Francés', 5: 'Repaso de hoy' },
};

const CONF = { creationOffset: -120, rollover: 4, schedVer: 2 };

describe.each([
  [
    'schema 11 (Anki 2.0, 2.1)',
    () => package11({ ...COLLECTION, conf: CONF }, { media: '{"0":"chat.jpg"}', 0: 'JPEG' }),
  ],
  [
    'schema 18 (Anki 2.1.50 and later)',
    () => package18({ ...COLLECTION, conf: CONF }, { 'chat.jpg': Buffer.from('JPEG') }),
  ],
])('a package of %s', (_, make) => {
  it('gives its cards, each with its kind, tags and sides in Markdown', async () => {
    const { format, decks, problems } = await readCardFile('francés.apkg', await make());
    expect(problems).toEqual([]);
    expect(format).toBe('apkg');
    expect(decks.map(({ id, name, language }) => [id, name, language])).toEqual([[null, 'Idiomas › Francés', 'es']]);
    expect(decks[0]?.cards.map(({ kind, front, back, hint, tags }) => [kind, front, back, hint, tags])).toEqual([
      ['basic', 'le chien', 'el perro', undefined, ['animales', 'fr::a1']],
      ['reversed', 'la **maison**', 'la casa', undefined, []],
      ['cloze', '[…] est la capitale de la France.', 'Paris', 'ciudad', []],
      ['cloze', 'Paris est la capitale de la […].', 'France', undefined, []],
      ['basic', '![chat.jpg](chat.jpg)', 'el gato [sound:chat.mp3]', undefined, []],
      ['basic', 'en cours', 'aprendiendo', undefined, []],
      ['basic', 'oublié', 'olvidado', undefined, []],
    ]);
  });

  it('gives its media', async () => {
    const { media } = await readCardFile('a.apkg', await make());
    expect(media.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['chat.jpg', 'JPEG']]);
  });

  it('gives the same ids every time, so that a later export updates the cards', async () => {
    const [one, two] = [await readCardFile('a.apkg', await make()), await readCardFile('b.apkg', await make())];
    const ids = one.decks[0]?.cards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(7);
    expect(two.decks[0]?.cards.map(({ id }) => id)).toEqual(ids);
  });

  it('takes the schedule: due dates, intervals, ease and counts of every state', async () => {
    const { decks } = await readCardFile('a.apkg', await make());
    const [deck] = decks;
    const fronts = new Map(deck?.cards.map(({ id, front }) => [id, front]));
    const plans = deck?.progress[0]?.records.map(({ card, progress: { plan, due, reviews, lapses } }) => {
      return [fronts.get(card), due, plan.intervalDays, plan.easeHundredths, plan.repetitions, reviews, lapses];
    });
    // Day 0 is 3 April 2023.
    expect(plans).toEqual([
      ['le chien', '2026-12-03', 30, 235, 1, 6, 1],
      // Both ways are one card here: the way that is known worse counts.
      ['la **maison**', '2026-12-13', 10, 130, 3, 9, 3],
      ['Paris est la capitale de la […].', '2026-11-23', 6, 260, 2, 2, 0],
      ['en cours', '2026-11-23', 1, 250, 0, 1, 0],
      ['oublié', '2026-11-24', 1, 230, 0, 5, 1],
    ]);
  });

  it('takes the history: the first answer of a day counts, those after it and in filtered decks are drills', async () => {
    const { decks } = await readCardFile('a.apkg', await make());
    const [record] = decks[0]?.progress[0]?.records ?? [];
    expect(record?.log.map(({ on, quality, purpose }) => `${on} ${quality} ${purpose}`)).toEqual([
      '2026-10-25 4 plan',
      '2026-10-31 1 plan',
      '2026-10-31 4 drill',
      '2026-11-02 5 drill',
      '2026-11-03 3 plan',
    ]);
    expect(record?.progress.lastReviewedOn).toBe('2026-11-03');
  });

  it('pauses what is suspended, a card of two ways only where both are', async () => {
    const { decks } = await readCardFile('a.apkg', await make());
    const paused = decks[0]?.cards.filter(({ id }) => decks[0]?.paused.includes(id)).map(({ front }) => front);
    expect(paused).toEqual(['![chat.jpg](chat.jpg)']);
  });
});

describe('note types of people’s own', () => {
  async function cardsOf(fields: readonly string[], qfmt: string, afmt: string, names = ['A', 'B', 'C'], type = 0) {
    const flds = names.map((name, ord) => ({ name, ord }));
    const models = { [BASIC]: { type, flds, tmpls: [{ ord: 0, qfmt, afmt }] } };
    const collection = { notes: [{ id: 1, fields }], cards: [{ id: 1, note: 1 }], models };
    const { decks, problems } = await readCardFile('a.apkg', await package11(collection));
    return { cards: decks[0]?.cards.map(({ front, back }) => `${front} → ${back}`), problems: told(problems) };
  }

  it.each([
    [
      'words of the template',
      ['Perú', 'Lima'],
      'Capital de {{A}}',
      '{{FrontSide}}<hr id="answer">{{B}}',
      'Capital de Perú → Lima',
    ],
    [
      'a field that is shown when it is filled',
      ['x', 'y', ''],
      '{{A}}{{#C}} ({{C}}){{/C}}{{^C}}!{{/C}}',
      '{{B}}',
      'x! → y',
    ],
    ['what is typed in', ['x', 'y'], '{{A}}{{type:B}}', '{{A}}<hr id=answer>{{B}}', 'x → y'],
    ['a back that repeats the front', ['x', 'y'], '{{A}}', '<div>{{A}}</div><div>{{B}}</div>', 'x → y'],
    [
      'scripts, styles and comments',
      ['x', 'y'],
      '<style>a{}</style>{{A}}<script>run()</script><!-- no -->',
      '{{B}}',
      'x → y',
    ],
    ['fields that do not exist', ['x', 'y'], '{{A}}{{Z}}', '{{B}}', 'x → y'],
    ['a template longer than any', ['x', 'y', 'z'], `{{A}}${'<i>'.repeat(80_000)}`, '{{B}}', 'x → y\\\nz'],
  ])('are read: %s', async (_, fields, qfmt, afmt, expected) => {
    expect(await cardsOf(fields, qfmt, afmt)).toEqual({ cards: [expected], problems: [] });
  });

  it('tell what cannot be asked', async () => {
    expect(await cardsOf(['', 'y'], '{{A}}', '{{B}}')).toEqual({
      cards: undefined,
      problems: ['1 no-cards', '1 no-front'],
    });
    expect(await cardsOf(['x', ''], '{{A}}', '{{B}}')).toEqual({
      cards: undefined,
      problems: ['1 no-cards', '1 no-back'],
    });
  });

  it('tell what stands below a sentence with gaps', async () => {
    const read = await cardsOf(['El {{c1::sol}}', 'una nota'], '{{cloze:A}}', '{{cloze:A}}<br>{{B}}', ['A', 'B'], 1);
    expect(read).toEqual({ cards: ['El […] → sol'], problems: ['1 cloze-extra'] });
  });

  it('tell a picture with hidden parts', async () => {
    const read = await cardsOf(
      ['{{c1::image-occlusion:rect:left=.1}}', 'x.png'],
      '{{cloze:A}}',
      '{{B}}',
      ['A', 'B'],
      1,
    );
    expect(read.problems).toEqual(['1 no-cards', '1 image-occlusion']);
  });
});

it('counts the days of a collection that does not say where it was made by the hour of its first morning', async () => {
  const collection = { ...COLLECTION, conf: {} };
  const { decks } = await readCardFile('a.apkg', await package11(collection));
  expect(decks[0]?.progress[0]?.records[0]?.progress.due).toBe('2026-12-03');
});

it('reads the three buttons that the first scheduler had for learning', async () => {
  const reviews = [
    { at: '2026-10-01T10:00:00Z', card: 201, ease: 2, type: 0 },
    { at: '2026-10-02T10:00:00Z', card: 201, ease: 3, type: 0 },
    { at: '2026-10-03T10:00:00Z', card: 201, ease: 2, type: 1 },
  ];
  const { decks } = await readCardFile('a.apkg', await package11({ ...COLLECTION, reviews, conf: {} }));
  expect(decks[0]?.progress[0]?.records[0]?.log.map(({ quality }) => quality)).toEqual([4, 5, 3]);
});

it('reads the collection of today, not the one beside it that asks for an update', async () => {
  const { decks } = await readCardFile('a.apkg', await package18(COLLECTION));
  expect(decks.flatMap(({ cards }) => cards).filter(({ front }) => front.includes('update'))).toEqual([]);
});
