import type { Trip } from './stopwatch.js';

/** Somebody who is known to the program by the same number, with reviews behind and before them. */
export type Learner = { readonly id: string; readonly name: string; readonly locale: string };

/** A bot behind a fake platform, and people in front of it. All by the numbers of learners. */
export type Stage = {
  explain(person: number): Promise<Trip>;
  /** Opens a review and shows a card's answer, so that a grade can be pressed. */
  toGrade(person: number): Promise<void>;
  /** Presses "Good". */
  grade(person: number): Promise<Trip>;
  /** All that the person can read. */
  reads(person: number): Promise<string>;
};

/** A fake platform, and what it refused. */
export type FakePlatform = {
  readonly stage: Stage;
  /** What the platform would have refused as malformed: there must be none. */
  readonly violations: () => readonly unknown[];
  /** How many lines the bot has ever opened: more than one where it lost one. None by HTTP. */
  readonly connections: () => number;
  close(): Promise<void>;
};

export const EXPLAIN = { command: 'explain', options: { concept: 'layers' } } as const;
/** What the notes say of it, in every language of the bot. */
export const EXPLAINED = 'Cada imagen tiene uno o mas layers';

/** The ids of the buttons, as every adapter writes them somewhere. */
export const GRADE = /review\.grade~.*~good/;
export const SHOW = /review\.show~/;

/** What a stage is made of: how one person does one thing. */
export type Acts = {
  run(person: number, command: string, options: Readonly<Record<string, string>>): Promise<Trip>;
  /** Presses the button of such an id on the person's review. */
  press(person: number, button: RegExp): Promise<Trip>;
  /** Whether the person's review has such a button. */
  has(person: number, button: RegExp): boolean;
  reads(person: number): Promise<string>;
};

export function createStage(acts: Acts): Stage {
  return {
    explain: (person) => acts.run(person, EXPLAIN.command, EXPLAIN.options),
    async toGrade(person) {
      if (acts.has(person, GRADE)) return;
      if (!acts.has(person, SHOW)) await acts.run(person, 'review', {});
      if (acts.has(person, SHOW)) await acts.press(person, SHOW);
      if (!acts.has(person, GRADE)) throw new Error(`learner ${person} has nothing to grade`);
    },
    grade: (person) => acts.press(person, GRADE),
    reads: acts.reads,
  };
}
