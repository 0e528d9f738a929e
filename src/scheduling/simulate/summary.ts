import type { SimulatedDay } from './simulate-learner.js';

/** Before that, cards are too few for a typical day. */
const SETTLED_DAYS = 60;
const WORST_SHARE = 0.95;

/** What a scheduler comes to over many learners. */
export type Summary = {
  readonly learners: number;
  /** Cards asked a day, new ones included, on an average day after the first weeks. */
  readonly perDay: number;
  /** Of the answers to due cards, the share that was known. */
  readonly known: number;
  /** The fullest day over the average one after the first weeks: of the middle learner, of all but 5 %, and of the worst. */
  readonly peak: { readonly middle: number; readonly most: number; readonly worst: number };
  /** Cards met at the end, and how many of them would be known: an average learner's. */
  readonly met: number;
  readonly remembered: number;
  /** Answers, those in the same session included, for each card that is known at the end. */
  readonly answersPerCard: number;
  /** By day: the first learner's cards; and an average learner's. */
  readonly oneLearner: readonly number[];
  readonly average: readonly number[];
  /** By week: the share of the cards met that would be known. */
  readonly rememberedByWeek: readonly number[];
};

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function loadOf({ due, met }: SimulatedDay): number {
  return due + met;
}

/** Where a year is shorter than the first weeks, all of it counts. */
function settled(loads: readonly number[]): readonly number[] {
  return loads.length > 2 * SETTLED_DAYS ? loads.slice(SETTLED_DAYS) : loads;
}

/** Takes learner after learner, so that not all their days are held. */
export class Summarizer {
  readonly #peaks: number[] = [];
  readonly #perDay: number[] = [];
  readonly #average: number[] = [];
  readonly #weeks: number[] = [];
  #first: readonly number[] = [];
  #totals = { due: 0, known: 0, answers: 0, met: 0, remembered: 0 };

  add(days: readonly SimulatedDay[]): void {
    const loads = days.map(loadOf);
    if (this.#peaks.length === 0) this.#first = loads;
    const typical = settled(loads);
    this.#perDay.push(mean(typical));
    this.#peaks.push(Math.max(0, ...typical) / Math.max(1e-9, mean(typical)));
    for (const [day, load] of loads.entries()) this.#average[day] = (this.#average[day] ?? 0) + load;
    const counted = days.flatMap(({ remembered, metSoFar }) =>
      remembered === null ? [] : [remembered / Math.max(1, metSoFar)],
    );
    for (const [week, share] of counted.entries()) this.#weeks[week] = (this.#weeks[week] ?? 0) + share;
    const last = days.at(-1);
    this.#totals = {
      due: this.#totals.due + sum(days.map(({ due }) => due)),
      known: this.#totals.known + sum(days.map(({ known }) => known)),
      answers: this.#totals.answers + sum(days.map((day) => loadOf(day) + day.again)),
      met: this.#totals.met + (last?.metSoFar ?? 0),
      remembered: this.#totals.remembered + (last?.remembered ?? 0),
    };
  }

  result(): Summary {
    const learners = this.#peaks.length;
    const { due, known, answers, met, remembered } = this.#totals;
    return {
      learners,
      perDay: mean(this.#perDay),
      known: known / Math.max(1, due),
      peak: {
        middle: quantile(this.#peaks, 0.5),
        most: quantile(this.#peaks, WORST_SHARE),
        worst: Math.max(0, ...this.#peaks),
      },
      met: met / Math.max(1, learners),
      remembered: remembered / Math.max(1, learners),
      answersPerCard: answers / Math.max(1, remembered),
      oneLearner: this.#first,
      average: this.#average.map((total) => total / learners),
      rememberedByWeek: this.#weeks.map((total) => total / learners),
    };
  }
}
