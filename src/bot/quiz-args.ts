import { z } from 'zod';
import type { ActionEvent } from '../chat/port.js';
import { quizId } from '../core/ids.js';
import { QUIZ_MODES, QUIZ_TEAMS } from '../core/quiz/events.js';
import { parse } from './args.js';

type Pressed = Pick<ActionEvent, 'action' | 'args'>;

const id = z.string().min(1).max(64).transform(quizId);
const round = z.coerce.number().int().min(0).max(1_000);

const openArgs = z
  .union([z.tuple([z.enum(QUIZ_MODES)]), z.tuple([z.enum(QUIZ_MODES), z.string().max(100)])])
  .transform(([mode, deck]) => ({ mode, deck: deck ?? null }));
const joinArgs = z
  .union([z.tuple([id]), z.tuple([id, z.enum(QUIZ_TEAMS)])])
  .transform(([quiz, team]) => ({ quiz, team: team ?? null }));
const roundArgs = z.tuple([id, round]).transform(([quiz, number]) => ({ quiz, round: number }));
const chooseArgs = z
  .tuple([id, round, z.string().min(1).max(32)])
  .transform(([quiz, number, text]) => ({ quiz, round: number, text }));

/** The mode of a new quiz, and its deck where one is named. Throws `UnreadableAction`. */
export function openArg(event: Pressed): z.infer<typeof openArgs> {
  return parse(openArgs, event);
}

/** The quiz of a button. Throws `UnreadableAction`. */
export function quizArg(event: Pressed): ReturnType<typeof quizId> {
  return parse(z.tuple([id]), event)[0];
}

/** The quiz to take part in, and the team where one is chosen. Throws `UnreadableAction`. */
export function joinArg(event: Pressed): z.infer<typeof joinArgs> {
  return parse(joinArgs, event);
}

/** A question of a quiz. Throws `UnreadableAction`. */
export function roundArg(event: Pressed): z.infer<typeof roundArgs> {
  return parse(roundArgs, event);
}

/** The same with the choice. Throws `UnreadableAction`. */
export function chooseArg(event: Pressed): z.infer<typeof chooseArgs> {
  return parse(chooseArgs, event);
}
