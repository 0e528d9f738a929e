import { z } from 'zod';
import { MOST_QUESTIONS } from './request.js';

const pair = z.object({ question: z.string().max(400), answer: z.string().max(600) });

/** A question and the words of a passage that answer it, as a model wrote them; not checked yet. */
export type ModelSuggestion = z.infer<typeof pair>;

/** In characters; a longer reply is no list of a few questions. */
const LONGEST_REPLY = 8_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The questions in a model's reply, which may have text around the list; none in any other reply. */
export function readSuggestions(text: string): readonly ModelSuggestion[] {
  const [start, end] = [text.indexOf('['), text.lastIndexOf(']')];
  if (text.length > LONGEST_REPLY || start < 0 || end < start) return [];
  const list = z.array(z.unknown()).safeParse(parsed(text.slice(start, end + 1)));
  const found = (list.data ?? []).flatMap((each) => {
    const one = pair.safeParse(each);
    return one.success ? [{ question: one.data.question.trim(), answer: one.data.answer.trim() }] : [];
  });
  return found.slice(0, MOST_QUESTIONS);
}
