import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { askingFor } from '../../src/choices/asking.js';
import type { ComparedCard } from '../../src/choices/card-facts.js';
import { answersChoice, authoredChoice, type Choice, claimOf, namesChoice } from '../../src/choices/choice.js';
import { contentStems, overlap } from '../../src/choices/content-stems.js';
import { cardId, deckId, passageId } from '../../src/core/ids.js';
import { localDate } from '../../src/core/local-date.js';
import { NEW_PROGRESS, type Progress } from '../../src/core/progress.js';
import { readNotes } from '../../src/notes/read-deck.js';

function card(at: number, front: string, back: string, change: Partial<ComparedCard> = {}): ComparedCard {
  return {
    id: cardId(`c${at}`),
    kind: 'basic',
    front,
    back,
    context: ['Geography', 'Forms'],
    passageId: passageId(`p${at}`),
    deckId: deckId('geo'),
    position: at,
    paused: false,
    ...change,
  };
}

const LAND = [
  card(0, 'What is a **delta**?', 'Land that a river builds where it meets the sea'),
  card(1, 'What is a **fjord**?', 'A narrow inlet that a glacier carved between cliffs'),
  card(2, 'What is an **isthmus**?', 'A narrow strip that joins two larger masses'),
  card(3, 'What is an **atoll**?', 'A ring of coral around a quiet lagoon'),
  card(4, 'What is a **mesa**?', 'A flat hill with steep sides in dry country'),
  card(5, 'What is an **estuary**?', 'A mouth in which fresh and salt water mix'),
];

function texts(choice: Choice | null): readonly string[] {
  return choice?.options.map(({ text }) => text) ?? [];
}

function rightOf(choice: Choice | null): string | undefined {
  return choice?.options.find(({ key }) => key === choice.right)?.text;
}

function first(cards: readonly ComparedCard[]): ComparedCard {
  const [found] = cards;
  if (found === undefined) throw new Error('no card');
  return found;
}

describe('a choice among answers', () => {
  it('has the right one and three of the same kind, as they stand in the notes', () => {
    const fjord = first(LAND.slice(1));
    const choice = answersChoice(fjord, LAND, 'today');
    expect(choice?.prompt).toBe('What is a **fjord**?');
    expect(rightOf(choice)).toBe('A narrow inlet that a glacier carved between cliffs');
    expect(new Set(texts(choice)).size).toBe(4);
    expect(LAND.map(({ back }) => back)).toEqual(expect.arrayContaining([...texts(choice)]));
  });

  it('stays the same all day, and is another order or others on another', () => {
    const fjord = first(LAND.slice(1));
    const days = Array.from({ length: 12 }, (_, day) => JSON.stringify(answersChoice(fjord, LAND, `day ${day}`)));
    expect(JSON.stringify(answersChoice(fjord, LAND, 'day 3'))).toBe(days[3]);
    expect(new Set(days).size).toBeGreaterThan(6);
  });

  it('is not offered where a wrong one could be right too', () => {
    const twice = [
      card(0, 'What is a **cape**?', 'A headland that reaches far into the sea'),
      card(1, 'What is a **headland**?', 'A cape that reaches far into the sea'),
      card(2, 'What is a **promontory**?', 'A headland high over the sea that it reaches into'),
      card(3, 'What is a **cape town**?', 'A town that lies behind a headland by the sea'),
    ];
    expect(answersChoice(first(twice), twice, 'today')).toBeNull();
  });

  it('is not offered where the right one is told by its looks', () => {
    const odd = [
      card(0, 'What is the **boiling point** of water?', '100 °C'),
      ...LAND.map((each, at) => ({ ...each, position: at + 1 })),
    ];
    expect(answersChoice(first(odd), odd, 'today')).toBeNull();
    const long = card(9, 'What is a **spit**?', `A bank of sand ${'that grows and grows '.repeat(6)}from a coast`);
    expect(answersChoice(long, [...LAND, long], 'today')).toBeNull();
  });

  it('is not offered where only the right one repeats the question', () => {
    const told = card(9, 'What is a **salt marsh**?', 'A marsh that salt water floods and leaves');
    expect(answersChoice(told, [...LAND.slice(0, 5), told], 'today')).toBeNull();
  });

  it('leaves out paused cards', () => {
    const few = LAND.map((each, at) => ({ ...each, paused: at > 2 }));
    expect(answersChoice(first(few), few, 'today')).toBeNull();
  });
});

describe('a choice among names', () => {
  it('says what is meant without its name', () => {
    const choice = namesChoice(first(LAND.slice(3)), LAND, 'today');
    expect(choice?.prompt).toBe('A ring of coral around a quiet lagoon');
    expect(rightOf(choice)).toBe('Atoll');
    expect(texts(choice).every((text) => /^[A-Z][a-z]+$/.test(text))).toBe(true);
  });

  it('keeps what is asked where that is not what something is', () => {
    const cards = ['Ana', 'Bea', 'Cid', 'Dan'].map((name, at) =>
      card(at, `What does **${name}** do?`, ['Bakes bread', 'Mends shoes', 'Sells flowers', 'Cuts hair'][at] ?? ''),
    );
    const choice = namesChoice(first(cards), cards, 'today');
    expect(choice?.prompt).toBe('What does \\_\\_\\_ do?\n\nBakes bread');
    expect([...texts(choice)].sort()).toEqual(['Ana', 'Bea', 'Cid', 'Dan']);
  });

  it('is not offered where the answer names it', () => {
    const told = card(9, 'What is a **ria**?', 'A ria is a valley that the sea drowned');
    expect(namesChoice(told, [...LAND, told], 'today')?.prompt ?? null).toBe('A valley that the sea drowned');
    const inside = card(9, 'What is a **ria**?', 'A valley, called ria, that the sea drowned');
    expect(namesChoice(inside, [...LAND, inside], 'today')).toBeNull();
  });
});

describe('a claim', () => {
  it('holds about as often as not, and says something else where it does not', () => {
    const atoll = first(LAND.slice(3));
    const claims = Array.from({ length: 40 }, (_, day) => claimOf(atoll, LAND, `day ${day}`));
    const held = claims.filter((claim) => claim?.isTrue === true).length;
    expect(held).toBeGreaterThan(8);
    expect(held).toBeLessThan(32);
    for (const claim of claims) expect(claim?.says === atoll.back).toBe(claim?.isTrue);
  });
});

describe('the answers of the notes', () => {
  const quiz = (back: string) =>
    card(0, 'Which ocean is the largest?', back, {
      kind: 'choice',
      choices: ['a) Atlantic', 'b) Pacific', 'c) Indian'],
    });

  it('stay in their order, with the right one found by its words or its letter', () => {
    for (const back of ['Pacific', 'b) Pacific', 'B', 'b)', '**pacific**']) {
      const choice = authoredChoice(quiz(back), 'today');
      expect(texts(choice)).toEqual(['a) Atlantic', 'b) Pacific', 'c) Indian']);
      expect(rightOf(choice)).toBe('b) Pacific');
    }
  });

  it('are only shown where it is unclear which is right', () => {
    expect(authoredChoice(quiz('The one in the east'), 'today')).toBeNull();
    expect(authoredChoice(quiz('d'), 'today')).toBeNull();
  });
});

describe('how a card is asked', () => {
  const known = (repetitions: number): Progress => ({
    kind: 'reviewed',
    plan: { repetitions, easeHundredths: 250, intervalDays: 6 },
    due: localDate('2026-11-24'),
    lastReviewedOn: localDate('2026-11-18'),
    reviews: repetitions,
    lapses: 0,
  });
  const options = { likes: 'mixed', progress: NEW_PROGRESS, isAgain: false, seed: 'today' } as const;
  const atoll = first(LAND.slice(3));
  const short = card(9, 'What is the capital of **Chad**?', 'N’Djamena');

  it('offers answers while it is young, and asks for them once it is known', () => {
    expect(['choice', 'claim']).toContain(askingFor(atoll, LAND, options).kind);
    expect(askingFor(atoll, LAND, { ...options, progress: known(2) }).kind).toBe('reveal');
    expect(askingFor(short, LAND, { ...options, progress: known(3) }).kind).toBe('typed');
    expect(askingFor(atoll, LAND, { ...options, progress: known(3) }).kind).toBe('reveal');
  });

  it('is plain when it comes again, and as the learner likes it', () => {
    expect(askingFor(atoll, LAND, { ...options, isAgain: true }).kind).toBe('reveal');
    expect(askingFor(atoll, LAND, { ...options, likes: 'reveal' }).kind).toBe('reveal');
    expect(askingFor(atoll, LAND, { ...options, likes: 'typed' }).kind).toBe('typed');
    expect(['choice', 'claim']).toContain(
      askingFor(atoll, LAND, { ...options, likes: 'choice', progress: known(9) }).kind,
    );
    expect(askingFor(short, LAND, { ...options, likes: 'choice' }).kind).toBe('reveal');
  });
});

const NEW = { likes: 'mixed', progress: NEW_PROGRESS, isAgain: false } as const;

describe('on the deck that ships', () => {
  let cards: readonly ComparedCard[] = [];
  beforeAll(async () => {
    const bytes = readFileSync(new URL('../../flashcards/docker.md', import.meta.url));
    const { deck } = await readNotes('docker.md', bytes);
    cards = (deck?.cards ?? []).map((each, position) => ({
      ...each,
      position,
      deckId: deckId('docker'),
      paused: false,
    }));
  });

  it('a sixth of the cards is offered, whatever the day', () => {
    for (const seed of ['a', 'b', 'c']) {
      const offered = cards.filter(
        (each) => askingFor(each, cards, { ...NEW, seed: `${seed} ${each.id}` }).kind !== 'reveal',
      );
      expect(offered.length).toBeGreaterThanOrEqual(cards.length / 6);
    }
  });

  it('every choice has one right answer, among others that say something else', () => {
    fc.assert(
      fc.property(fc.nat({ max: cards.length - 1 }), fc.string(), (at, seed) => {
        const each = first(cards.slice(at));
        for (const choice of [answersChoice(each, cards, seed), namesChoice(each, cards, seed)]) {
          if (choice === null) continue;
          const right = contentStems(rightOf(choice) ?? '', 'es');
          const wrong = choice.options.filter(({ key }) => key !== choice.right);
          expect(wrong).toHaveLength(3);
          expect(new Set(choice.options.map(({ key }) => key)).size).toBe(4);
          for (const { text } of wrong) expect(overlap(right, contentStems(text, 'es'))).toBeLessThan(0.5);
        }
      }),
    );
  });
});
