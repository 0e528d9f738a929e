import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/grade.js';
import { type CardId, cardId } from '../../src/core/ids.js';
import { addDays, type LocalDate, localDate } from '../../src/core/local-date.js';
import { advance, type LoggedReview, NEW_PROGRESS, type Progress, replay } from '../../src/core/progress.js';
import { nextStep, readSessionLog, undoTurn } from '../../src/core/queue.js';
import { decideUndo, type PlacedEntry } from '../../src/core/undo.js';

const CARDS = ['a', 'b', 'c', 'd'].map(cardId);
const ALL = new Set(CARDS);
const MONDAY = localDate('2026-03-02');

type Placed = PlacedEntry & { readonly session: number };

/** A person who reviews in several sessions, with a notebook of what stands, kept without reading the log. */
class Learner {
  on: LocalDate = MONDAY;
  readonly log: Placed[] = [];
  readonly stands: Placed[] = [];

  entries(session: number): readonly Placed[] {
    return this.log.filter((entry) => entry.session === session);
  }

  ask(session: number) {
    return nextStep(CARDS, readSessionLog(this.entries(session)), ALL);
  }

  progress(card: CardId): Progress {
    return this.stands
      .filter((entry) => entry.cardId === card)
      .reduce<Progress>((before, entry) => advance(before, entry), NEW_PROGRESS);
  }

  write(entry: Omit<LoggedReview, 'on'>, session: number, turn: number): void {
    const placed = { ...entry, on: this.on, session, turn, number: this.log.length + 1 };
    this.log.push(placed);
    this.stands.push(placed);
  }

  grade(session: number, quality: Quality): number | null {
    const step = this.ask(session);
    if (step.kind === 'done') return null;
    const before = this.progress(step.cardId);
    const isDue = before.kind === 'new' || before.due <= this.on;
    const purpose = step.purpose === 'plan' && isDue ? 'plan' : 'drill';
    this.write({ cardId: step.cardId, quality, purpose }, session, step.turn);
    return step.turn;
  }

  skip(session: number): void {
    const step = this.ask(session);
    if (step.kind === 'done') return;
    const place = { session, turn: step.turn, number: this.log.length + 1 };
    this.log.push({ cardId: step.cardId, on: this.on, purpose: 'skip', ...place });
  }

  undo(session: number, turn: number) {
    const ofSession = this.entries(session);
    const card = ofSession.find((entry) => entry.turn === turn)?.cardId;
    const ofCard = this.log.filter((entry) => entry.cardId === card);
    const decision = decideUndo(ofSession, ofCard, turn, this.on);
    if (decision.kind !== 'undo') return decision;
    const place = { session, turn: undoTurn(CARDS, readSessionLog(ofSession)), number: this.log.length + 1 };
    const { number: takesBack, cardId: taken } = decision;
    this.log.push({ cardId: taken, on: this.on, purpose: 'undo', takesBack, ...place });
    const at = this.stands.findIndex(({ number }) => number === takesBack);
    if (at >= 0) this.stands.splice(at, 1);
    return decision;
  }
}

const session = fc.integer({ min: 0, max: 2 });
const quality = fc.constantFrom<Quality[]>(0, 1, 2, 3, 4, 5);
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('grade' as const), session, quality }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('skip' as const), session }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), session, back: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 9 }) }) },
);
const history = fc.array(action, { maxLength: 40 });

function live(actions: readonly (typeof action extends fc.Arbitrary<infer T> ? T : never)[]): Learner {
  const learner = new Learner();
  for (const one of actions) {
    if (one.kind === 'grade') learner.grade(one.session, one.quality);
    else if (one.kind === 'skip') learner.skip(one.session);
    else if (one.kind === 'sleep') learner.on = addDays(learner.on, one.days);
    else {
      const answers = learner.entries(one.session).filter((entry) => entry.purpose !== 'undo');
      learner.undo(one.session, answers.at(-1 - one.back)?.turn ?? 1);
    }
  }
  return learner;
}

function stateOf(learner: Learner, of: number) {
  const { answers, skips } = readSessionLog(learner.entries(of));
  const step = learner.ask(of);
  const asked = step.kind === 'ask' ? { ...step, turn: null } : step;
  return { progress: CARDS.map((card) => learner.progress(card)), answers, skips, asked };
}

describe('taking an answer back', () => {
  it('leaves exactly the state before, after any of 1,000 histories', () => {
    fc.assert(
      fc.property(history, session, quality, (actions, of, grade) => {
        const learner = live(actions);
        const before = stateOf(learner, of);
        const turn = learner.grade(of, grade);
        if (turn === null) return;
        expect(learner.undo(of, turn).kind).toBe('undo');
        expect(stateOf(learner, of)).toEqual(before);
        expect(learner.undo(of, turn).kind).toBe('known');
        expect(stateOf(learner, of)).toEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the progress that stands in the log, whatever was graded, skipped and taken back', () => {
    fc.assert(
      fc.property(history, (actions) => {
        const { log, ...learner } = live(actions);
        for (const card of CARDS) {
          const stands = learner.stands.filter((entry) => entry.cardId === card);
          expect(replay(log.filter((entry) => entry.cardId === card))).toEqual(
            stands.reduce<Progress>((before, entry) => advance(before, entry), NEW_PROGRESS),
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the card another turn than every button that was shown before', () => {
    fc.assert(
      fc.property(history, session, quality, fc.subarray(CARDS), (actions, of, grade, some) => {
        const learner = live(actions);
        const turn = learner.grade(of, grade);
        if (turn === null) return;
        // The next card as another device shows it, where other cards were paused.
        const shown = nextStep(CARDS, readSessionLog(learner.entries(of)), new Set(some));
        learner.undo(of, turn);
        const again = learner.ask(of);
        if (again.kind !== 'ask') throw new Error('the card is asked again');
        expect(again.turn).toBeGreaterThan(shown.kind === 'ask' ? shown.turn : turn);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps a review of the same card that another session gave since', () => {
    const learner = new Learner();
    const turn = learner.grade(0, 4) ?? 0;
    learner.write({ cardId: CARDS[0] ?? cardId('a'), quality: 1, purpose: 'plan' }, 1, 1);
    expect(learner.undo(0, turn)).toEqual({ kind: 'reviewed-since' });
  });

  it('is for the latest answer of the session, of the same day, and for nothing else', () => {
    const learner = new Learner();
    const [first, second] = [learner.grade(0, 4) ?? 0, learner.grade(0, 1) ?? 0];
    expect(learner.undo(0, first)).toEqual({ kind: 'not-latest' });
    expect(learner.undo(0, 99)).toEqual({ kind: 'no-answer' });
    learner.on = addDays(learner.on, 1);
    expect(learner.undo(0, second)).toEqual({ kind: 'too-late' });
  });

  it('goes back step by step', () => {
    const learner = new Learner();
    const [first, second] = [learner.grade(0, 4) ?? 0, learner.grade(0, 1) ?? 0];
    expect(learner.undo(0, second).kind).toBe('undo');
    expect(learner.undo(0, first).kind).toBe('undo');
    expect(learner.ask(0)).toMatchObject({ cardId: 'a', purpose: 'plan' });
    expect(learner.progress(cardId('a'))).toEqual(NEW_PROGRESS);
  });
});

describe('a card that is put off', () => {
  it('comes after all the others, and is asked in the end', () => {
    const learner = new Learner();
    learner.skip(0);
    const seen: string[] = [];
    for (let step = learner.ask(0); step.kind === 'ask'; step = learner.ask(0)) {
      seen.push(step.cardId);
      learner.grade(0, 4);
    }
    expect(seen).toEqual(['b', 'c', 'd', 'a']);
  });

  it('takes its turn, so that its old button grades nothing', () => {
    const learner = new Learner();
    learner.skip(0);
    expect(learner.ask(0)).toMatchObject({ cardId: 'b', turn: 2 });
  });
});
