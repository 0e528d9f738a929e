import type { Quality } from '../../core/grade.js';
import { cardId, learnerId } from '../../core/ids.js';
import { addDays, daysBetween, type LocalDate, localDate } from '../../core/local-date.js';
import { advance, type Memory, NEW_PROGRESS, type Progress } from '../../core/progress.js';
import type { Scheduling } from '../../core/scheduling.js';
import { comesAgain } from '../../core/sm2.js';
import type { Steps } from '../../core/steps.js';
import { dateReview, type Planner } from '../date-review.js';
import { schedulerFor } from '../scheduler.js';
import { type MemoryModel, memoryModel } from './memory-model.js';
import { type Random, randomOf } from './random.js';

/** What somebody studies, and how. */
export type Study = {
  readonly scheduling: Scheduling;
  readonly newPerDay: number;
  /** `null` for all that are due. */
  readonly reviewsPerDay: number | null;
  readonly cards: number;
  readonly days: number;
  /** The share of days on which they do nothing. */
  readonly skipped: number;
};

export type SimulatedDay = {
  /** Cards asked that count for the schedule: due ones, and those met. */
  readonly due: number;
  readonly met: number;
  /** Of the due ones, those that were known. */
  readonly known: number;
  /** Times that a card came again in the same session. */
  readonly again: number;
  /** Cards that would be known at the end of the day, as an expected number; counted once a week and at the end. */
  readonly remembered: number | null;
  readonly metSoFar: number;
};

type Studied = { readonly index: number; memory: Memory; progress: Progress; last: LocalDate };

/** A Monday. */
const START = localDate('2026-01-05');
const DAYS_A_WEEK = 7;
const ANYBODY = learnerId('simulated');

class Simulation {
  readonly #study: Study;
  readonly #planner: Planner;
  readonly #model: MemoryModel;
  readonly #random: Random;
  readonly #cards: Studied[] = [];
  readonly #waiting = new Map<LocalDate, Studied[]>();
  #held: Studied[] = [];

  constructor(study: Study, seed: number) {
    this.#study = study;
    this.#random = randomOf(seed);
    this.#model = memoryModel(this.#random);
    const { scheduling } = study;
    const load = (date: LocalDate): number => this.#waiting.get(date)?.length ?? 0;
    this.#planner = { learner: ANYBODY, scheduling, scheduler: schedulerFor(scheduling), load };
  }

  #answer(card: Studied, quality: Quality, on: LocalDate): void {
    const plain = { cardId: cardId(`card-${card.index}`), quality, on, purpose: 'plan' } as const;
    card.progress = advance(card.progress, dateReview(this.#planner, card.progress, plain), this.#planner.scheduler);
    card.last = on;
    if (card.progress.kind === 'new') return;
    const { due } = card.progress;
    const others = this.#waiting.get(due);
    if (others === undefined) this.#waiting.set(due, [card]);
    else others.push(card);
  }

  day(index: number): SimulatedDay {
    const on = addDays(START, index);
    this.#held = [...this.#held, ...(this.#waiting.get(on) ?? [])];
    this.#waiting.delete(on);
    let [due, known, met, again] = [0, 0, 0, 0];
    if (this.#random() >= this.#study.skipped) {
      const asked = this.#held.slice(0, this.#study.reviewsPerDay ?? this.#held.length);
      this.#held = this.#held.slice(asked.length);
      for (const card of asked) {
        const { quality, memory } = this.#model.ask(card.memory, daysBetween(card.last, on), this.#random);
        card.memory = memory;
        this.#answer(card, quality, on);
        due += 1;
        known += quality >= 3 ? 1 : 0;
        again += comesAgain(quality) ? 1 : 0;
      }
      const fresh = Math.min(this.#study.newPerDay, this.#study.cards - this.#cards.length);
      for (let count = 0; count < fresh; count += 1) {
        const { quality, memory } = this.#model.meet(this.#random);
        const card: Studied = { index: this.#cards.length, memory, progress: NEW_PROGRESS, last: on };
        this.#cards.push(card);
        this.#answer(card, quality, on);
        met += 1;
        again += comesAgain(quality) ? 1 : 0;
      }
    }
    const isCounted = index % DAYS_A_WEEK === DAYS_A_WEEK - 1 || index === this.#study.days - 1;
    const remembered = isCounted ? this.#remembered(on) : null;
    return { due, met, known, again, remembered, metSoFar: this.#cards.length };
  }

  #remembered(on: LocalDate): number {
    return this.#cards.reduce((sum, { memory, last }) => sum + this.#model.recall(memory, daysBetween(last, on)), 0);
  }
}

/** The days of one person, by the schedulers that plan real reviews. The same seed gives the same days. */
export function* simulateLearner(study: Study, seed: number): Steps<readonly SimulatedDay[]> {
  const simulation = new Simulation(study, seed);
  const days: SimulatedDay[] = [];
  for (let index = 0; index < study.days; index += 1) {
    days.push(simulation.day(index));
    yield;
  }
  return days;
}
