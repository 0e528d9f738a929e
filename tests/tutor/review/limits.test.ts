import { beforeEach, describe, expect, it } from 'vitest';
import { LIMIT_CHOICES, waitingIn } from '../../../src/core/day.js';
import type { Grade } from '../../../src/core/grade.js';
import { refOf } from '../../../src/core/short-ref.js';
import { createLookups } from '../../../src/tutor/ask/lookups.js';
import { recallPassage } from '../../../src/tutor/ask/recall-passage.js';
import { changeLimits } from '../../../src/tutor/people/change-limits.js';
import type { Learner } from '../../../src/tutor/people/meet-learner.js';
import { addToReviews } from '../../../src/tutor/review/add-to-reviews.js';
import { gradeCard } from '../../../src/tutor/review/grade-card.js';
import { listDecks } from '../../../src/tutor/review/list-decks.js';
import type { StalePress } from '../../../src/tutor/review/open-session.js';
import { prepareDaily } from '../../../src/tutor/review/prepare-daily.js';
import { readDay } from '../../../src/tutor/review/read-day.js';
import { readToday } from '../../../src/tutor/review/read-today.js';
import type { ReviewQuestion, ReviewStep, SessionEnd } from '../../../src/tutor/review/review-step.js';
import { type MoreWanted, startMore } from '../../../src/tutor/review/start-more.js';
import { type StartedReview, startReview } from '../../../src/tutor/review/start-review.js';
import { teachDeck } from '../../support/teach.js';
import { createWorld, DAY, HOUR, MONDAY_NOON, PASSAGES, type World } from '../../support/world.js';

let world: World;
let ana: Learner;

beforeEach(async () => {
  world = await createWorld();
  ana = await world.person('Ana');
});

function question(started: StartedReview | StalePress | ReviewStep): ReviewQuestion {
  const step = 'step' in started ? started.step : started;
  if (step.kind !== 'question') throw new Error(`expected a question, got ${step.kind}`);
  return step;
}

const start = (deck: string | null = null, now = MONDAY_NOON) => startReview(world.at(now), ana, deck);
const more = (offer: string, wanted: MoreWanted, deck: string | null = null, now = MONDAY_NOON) =>
  startMore(world.at(now), ana, { offer, wanted, deck });
const dayOf = (now = MONDAY_NOON) => readDay(world.at(now), ana, null);

async function press(of: ReviewQuestion, grade: Grade = 'good', now = MONDAY_NOON): Promise<ReviewStep> {
  const graded = await gradeCard(world.at(now), ana, { session: of.session.id, turn: of.turn, grade });
  if (graded.kind === 'stale') throw new Error('stale');
  return graded.step;
}

/** Answers a session to its end, or so many cards of it. */
async function finish(started: StartedReview | StalePress, now = MONDAY_NOON, cards = 100): Promise<ReviewStep> {
  let step: ReviewStep = question(started);
  for (let count = 0; step.kind === 'question' && count < cards; count += 1) step = await press(step, 'good', now);
  return step;
}

function ended(step: ReviewStep): SessionEnd {
  if (step.kind !== 'done') throw new Error('not over');
  return step;
}

/** The day's new cards are done: three of Docker and two of Git, of which seven are still to come. */
async function useUp(): Promise<SessionEnd> {
  await teachDeck(world, 'Git', 9);
  ana = await changeLimits(world.at(MONDAY_NOON), ana, { newPerDay: 5 });
  return ended(await finish(await start()));
}

describe('after the day’s new cards', () => {
  it('nothing comes by itself, and what is still to come is told and offered', async () => {
    const end = await useUp();
    expect(end.day).toMatchObject({ counts: { due: 0, fresh: 0, toCome: 7 }, done: { met: 5 } });
    expect(end.day.tomorrow).toMatchObject({ due: 5, fresh: 5, toCome: 2 });
    expect(await start()).toMatchObject({ kind: 'nothing-left', day: { counts: { toCome: 7 } } });
  });

  it('more come at once when they are asked for, count as met today, and end with what is left', async () => {
    const { day } = await useUp();
    const five = question(await more(day.offer, 5));
    expect(five.session.plan).toEqual(['git-3', 'git-4', 'git-5', 'git-6', 'git-7']);
    const end = ended(await finish(await more(day.offer, 5)));
    expect(end).toMatchObject({ summary: { cards: 5 }, day: { done: { met: 10 }, counts: { toCome: 2 } } });
    const last = ended(await finish(await more(end.day.offer, 10)));
    expect(last).toMatchObject({ summary: { cards: 2 }, day: { done: { met: 12 }, counts: { toCome: 0 } } });
  });

  it('the same button twice, two buttons of one message, or both at once open one session', async () => {
    const { day } = await useUp();
    const all = await Promise.all([more(day.offer, 5), more(day.offer, 5), more(day.offer, 10)]);
    const [first] = all.map((each) => question(each).session);
    for (const each of all) expect(question(each).session).toEqual(first);
    const step = await press(question(await more(day.offer, 5)));
    expect(question(await more(day.offer, 5)).turn).toBe(question(step).turn);
    await finish(await more(day.offer, 5));
    expect(await more(day.offer, 5)).toMatchObject({ kind: 'continued', step: { kind: 'done' } });
    expect((await dayOf()).done.met).toBe(5 + (first?.plan.length ?? 0));
  });

  it('another message’s button goes on with the session that is open', async () => {
    const { day } = await useUp();
    const first = question(await more(day.offer, 5));
    const other = await dayOf();
    expect(question(await more(other.offer, 10)).session.id).toBe(first.session.id);
    await finish(await start());
    expect(question(await more(other.offer, 10)).session.plan).toHaveLength(2);
  });

  it('nobody opens it for somebody else', async () => {
    const { day } = await useUp();
    await more(day.offer, 5);
    const luis = await world.person('Luis');
    const pressed = await startMore(world.at(MONDAY_NOON), luis, { offer: day.offer, wanted: 5, deck: null });
    expect(pressed).toEqual({ kind: 'stale', reason: 'not-yours' });
  });

  it('a button of yesterday brings so many new cards today', async () => {
    const { day } = await useUp();
    const tomorrow = MONDAY_NOON + DAY;
    expect(question(await more(day.offer, 5, null, tomorrow)).session.plan).toHaveLength(5);
  });

  it('a learner who wants no new cards by themselves may have some all the same', async () => {
    await teachDeck(world, 'Git', 9);
    ana = await changeLimits(world.at(MONDAY_NOON), ana, { newPerDay: 0 });
    const nothing = await start();
    if (nothing.kind !== 'nothing-left') throw new Error(nothing.kind);
    expect(nothing.day).toMatchObject({ done: { met: 0 }, counts: { fresh: 0, toCome: 12 } });
    expect(question(await more(nothing.day.offer, 5)).session.plan).toHaveLength(5);
  });
});

describe('a deck that is asked for by name', () => {
  it('has its cards when the day’s are used up, and says how many go beyond', async () => {
    await useUp();
    const started = await start('git');
    expect(started).toMatchObject({ kind: 'started', beyond: 7, step: { of: 7 } });
    expect(ended(await finish(started)).day).toMatchObject({ deck: null, counts: { toCome: 0 } });
  });

  it('has what is due first', async () => {
    await useUp();
    const tomorrow = MONDAY_NOON + DAY;
    ana = await changeLimits(world.at(tomorrow), ana, { newPerDay: 0 });
    const started = await start('git', tomorrow);
    expect(started).toMatchObject({ kind: 'started', beyond: 7 });
    const { plan } = question(started).session;
    expect(plan[0]).toBe('git-1');
    expect([...plan].sort().slice(0, 3)).toEqual(['git-1', 'git-2', 'git-3']);
  });

  it('keeps to the limit while there is room', async () => {
    await teachDeck(world, 'Git', 30);
    expect(await start('git')).toMatchObject({ kind: 'started', beyond: 0, step: { of: 10 } });
  });

  it('offers more of itself at its end', async () => {
    await teachDeck(world, 'Git', 30);
    const { day } = ended(await finish(await start('git')));
    expect(day).toMatchObject({ deck: { name: 'Git' }, counts: { fresh: 0, toCome: 20 }, all: { toCome: 23 } });
    expect(question(await more(day.offer, 5, 'git')).session.plan[0]).toBe('git-11');
  });

  it('is found by the reference that a button carries, in whatever script it is named', async () => {
    const name = 'Контейнеры и образы для начинающих';
    await teachDeck(world, name, 2);
    const { decks } = await listDecks(world.at(MONDAY_NOON), ana);
    const ref = refOf(decks.find((deck) => deck.name === name)?.deckId ?? '');
    expect(encodeURIComponent(ref).length).toBeLessThan(50);
    expect(await start(ref)).toMatchObject({ kind: 'started', step: { of: 2 } });
  });

  it('says when its next cards are due where all of them have been met', async () => {
    await teachDeck(world, 'Git', 1);
    await finish(await start('git'));
    expect(await start('git')).toMatchObject({
      kind: 'nothing-left',
      day: { deck: { name: 'Git' }, cards: 1, counts: { toCome: 0 }, next: { on: '2026-11-24', cards: 1 } },
    });
  });
});

describe('what was added to the reviews', () => {
  it('comes first, beyond the limit too, in all decks and in its own, and is told as such', async () => {
    await teachDeck(world, 'Git', 9);
    ana = await changeLimits(world.at(MONDAY_NOON), ana, { newPerDay: 4 });
    await finish(await start('git'));
    const [section] = PASSAGES;
    if (section === undefined) throw new Error('no passage');
    expect(await recallPassage(world.at(MONDAY_NOON), ana, section)).toMatchObject({ kind: 'not-yet', cards: 3 });
    await addToReviews(world.at(MONDAY_NOON), ana, section.id);
    expect(await recallPassage(world.at(MONDAY_NOON), ana, section)).toEqual({ kind: 'next', cards: 3 });
    expect((await dayOf()).counts).toMatchObject({ fresh: 3, toCome: 5 });
    expect(question(await start()).session.plan).toEqual(['c1', 'c3', 'c2']);
    expect(question(await start('docker')).session.plan).toEqual(['c1', 'c3', 'c2']);
    await finish(await start());
    expect(await recallPassage(world.at(MONDAY_NOON), ana, section)).toMatchObject({ kind: 'learning' });
  });

  it('comes first in the deck’s own session too, where that had begun', async () => {
    await teachDeck(world, 'Git', 2);
    await press(question(await start('docker')));
    const layer = PASSAGES[1];
    if (layer === undefined) throw new Error('no passage');
    await addToReviews(world.at(MONDAY_NOON), ana, layer.id);
    expect(question(await start('docker')).session.plan).toEqual(['c2', 'c3']);
  });
});

describe('a limit of due cards', () => {
  it('hides none of them silently: how many wait is told, and they are there for who asks', async () => {
    await teachDeck(world, 'Git', 5);
    await finish(await start());
    ana = await changeLimits(world.at(MONDAY_NOON + DAY), ana, { reviewsPerDay: 3 });
    const tomorrow = MONDAY_NOON + DAY;
    expect((await dayOf(tomorrow)).counts).toEqual({ due: 3, held: 5, fresh: 0, toCome: 0 });
    const end = ended(await finish(await start(null, tomorrow), tomorrow));
    expect(end).toMatchObject({ summary: { cards: 3 }, day: { counts: { due: 0, held: 5 }, done: { reviewed: 3 } } });
    expect(await start(null, tomorrow)).toMatchObject({ kind: 'nothing-left', day: { counts: { held: 5 } } });
    const rest = ended(await finish(await more(end.day.offer, 'due', null, tomorrow), tomorrow));
    expect(rest).toMatchObject({ summary: { cards: 5 }, day: { counts: { held: 0 } } });
  });
});

describe('settings', () => {
  it.each(LIMIT_CHOICES.perSession)('hold for the length of a session: %s', async (perSession) => {
    await teachDeck(world, 'Git', 40);
    ana = await changeLimits(world.at(MONDAY_NOON), ana, { newPerDay: 30, perSession });
    expect(question(await start()).of).toBe(perSession ?? 30);
  });

  it('hold for /today, the decks and the daily message alike', async () => {
    await teachDeck(world, 'Git', 30);
    ana = await changeLimits(world.at(MONDAY_NOON), ana, { newPerDay: 20, perSession: 5 });
    const { store } = world.opened;
    const daily = { kind: 'on', hour: 9, minute: 0, from: null } as const;
    ana = (await store.learners.update(world.team, ana.id, { daily })) ?? ana;
    const { day } = await readToday(world.at(MONDAY_NOON), ana);
    expect(waitingIn(day.counts)).toBe(20);
    const { decks } = await listDecks(world.at(MONDAY_NOON), ana);
    expect(decks.map(({ name, due, fresh, toCome }) => [name, due, fresh, toCome])).toEqual([
      ['Docker', 0, 3, 0],
      ['Git', 0, 17, 13],
    ]);
    const prepared = await prepareDaily(world.at(MONDAY_NOON), ana);
    expect(prepared).toMatchObject({ due: 0, fresh: 5, rest: 15, question: { of: 5 } });
  });

  it('of a session in progress: its message goes on as it was, and the next start has the new length', async () => {
    await teachDeck(world, 'Git', 30);
    const before = await press(question(await start()));
    ana = await changeLimits(world.at(MONDAY_NOON), ana, { newPerDay: 8, perSession: 5 });
    expect(question(await press(question(before))).of).toBe(10);
    const next = question(await start());
    expect([...next.session.plan].sort()).toEqual(['c2', 'c3', 'git-2', 'git-3', 'git-4']);
    expect(waitingIn((await dayOf()).counts)).toBe(6);
  });

  it('are asked of the database, so that a restart in the middle changes nothing', async () => {
    const { day } = await useUp();
    const step = question(await press(question(await more(day.offer, 5))));
    const restarted = { ...world.at(MONDAY_NOON), lookups: createLookups(world.opened.store) };
    const again = (await restarted.store.learners.get(world.team, ana.id)) ?? ana;
    expect(again.limits).toEqual(ana.limits);
    expect(question(await startReview(restarted, again, null))).toMatchObject({
      session: { id: step.session.id },
      turn: step.turn,
    });
    const pressed = await startMore(restarted, again, { offer: day.offer, wanted: 5, deck: null });
    expect(question(pressed).turn).toBe(step.turn);
  });
});

describe('two devices at once', () => {
  it('share one session', async () => {
    await teachDeck(world, 'Git', 9);
    const started = await Promise.all([start(), start(), start()]);
    expect(new Set(started.map((each) => question(each).session.id)).size).toBe(1);
  });

  it('are not asked a card twice by sessions that hold it both', async () => {
    await teachDeck(world, 'Git', 2);
    const all = question(await start());
    await finish(await start('docker'));
    // Its button still shows the first card, and must not grade the one that is asked by now.
    const late = await gradeCard(world.at(MONDAY_NOON), ana, {
      session: all.session.id,
      turn: all.turn,
      grade: 'easy',
    });
    expect(late).toMatchObject({ kind: 'graded', counted: false, step: { card: { id: 'git-1' } } });
    if (late.kind !== 'graded') throw new Error(late.kind);
    expect(await press(question(late.step))).toMatchObject({ card: { id: 'git-2' } });
    expect((await world.opened.store.reviews.history(world.team, ana.id)).map(({ cardId }) => cardId)).toEqual([
      'c1',
      'c3',
      'c2',
      'git-1',
    ]);
  });
});

describe('the day’s end at 04:00', () => {
  it('in the middle of a session: each card counts for its own day, and none is asked twice', async () => {
    await teachDeck(world, 'Git', 30);
    const late = Date.parse('2026-11-24T02:00:00Z');
    const early = Date.parse('2026-11-24T03:30:00Z');
    let step: ReviewStep = question(await start(null, late));
    for (let card = 0; card < 4; card += 1) step = await press(question(step), 'good', late);
    step = await press(question(step), 'good', early);
    expect((await dayOf(early)).done).toEqual({ met: 1, reviewed: 0 });
    const tuesday = question(await start(null, early));
    expect(tuesday.session.startedOn).toBe('2026-11-24');
    expect(tuesday.session.plan[0]).toBe('c1');
    expect(tuesday.session.plan).toHaveLength(4 + 9);
    await finish(await start(null, early), early);
    const old = await press(question(step), 'good', early + HOUR);
    expect(ended(old).summary.cards).toBe(5);
  });
});

describe('a deck that is emptied meanwhile', () => {
  it('ends its session kindly, and says that there is nothing to ask', async () => {
    await teachDeck(world, 'Git', 6);
    const step = question(await press(question(await start('git'))));
    await teachDeck(world, 'Git', 0);
    expect(ended(await press(step)).summary.cards).toBe(1);
    expect(await start('git')).toMatchObject({ kind: 'nothing-left', day: { cards: 0, deck: { name: 'Git' } } });
    expect(question(await start()).session.plan).toEqual(['c1', 'c3', 'c2']);
  });
});

describe('when every card has been met', () => {
  it('says when the next are due, and gives practice that moves no schedule', async () => {
    const { store } = world.opened;
    await finish(await start());
    const nothing = await start();
    if (nothing.kind !== 'nothing-left') throw new Error(nothing.kind);
    expect(nothing.day).toMatchObject({ cards: 3, next: { on: '2026-11-24', cards: 3 } });
    const ids = ['c1', 'c3', 'c2'] as const;
    const known = () => store.progress.withCards(world.team, ana.id, question(practice).session.plan);
    const practice = await more(nothing.day.offer, 'practice');
    const before = await known();
    expect(question(practice).session).toMatchObject({ kind: 'quiz', plan: ids });
    expect(question(await more(nothing.day.offer, 'practice')).session.id).toBe(question(practice).session.id);
    const end = ended(await finish(practice));
    expect(end.summary.cards).toBe(3);
    expect(await known()).toEqual(before);
    expect(end.day.done).toEqual({ met: 3, reviewed: 0 });
  });

  it('practises what was asked longest ago', async () => {
    await teachDeck(world, 'Git', 4);
    await finish(await start());
    ana = await changeLimits(world.at(MONDAY_NOON), ana, { perSession: 5 });
    const first = question(await more((await dayOf()).offer, 'practice')).session.plan;
    await finish(await more((await dayOf()).offer, 'practice'));
    const second = question(await more((await dayOf()).offer, 'practice')).session.plan;
    expect(second.slice(0, 2)).toEqual(['c2', 'git-4']);
    expect(first).not.toEqual(second);
  });
});
