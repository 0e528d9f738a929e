import type { Quizzes } from '../../store/interfaces/quizzes.js';

/** The quizzes, and word of it when somebody opens one or does something in one. */
export function toldOfChanges(quizzes: Quizzes, tell: () => void): Quizzes {
  return {
    ...quizzes,
    async open(...quiz) {
      const isOpen = await quizzes.open(...quiz);
      if (isOpen) tell();
      return isOpen;
    },
    async change(...change) {
      const log = await quizzes.change(...change);
      if (log !== null) tell();
      return log;
    },
  };
}
