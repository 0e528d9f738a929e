import type { Language } from '../../core/language.js';
import type { Reading } from '../../tutor/ask/quote-notes.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

/** "For *registry*": which words of the notes were taken for what was typed; `null` where none were. */
export function readingsLine(language: Language, readings: readonly Reading[]): string | null {
  if (readings.length === 0) return null;
  const words = readings.map(({ as }) => `*${escapeInline(as)}*`).join(', ');
  return say(language, 'ask.read-as', { words });
}
