/** How a learner likes to be asked: as fits each card, by showing the answer, by typing it, or by choosing among several. */
export const QUESTION_KINDS = ['mixed', 'reveal', 'typed', 'choice'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
