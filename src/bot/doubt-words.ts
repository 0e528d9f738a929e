import type { DoubtReason } from '../core/card.js';
import type { Language } from '../core/language.js';
import { say } from './messages/say.js';

/** Why a card is doubtful, in plain words. */
export function doubtWords(language: Language, reason: DoubtReason): string {
  return say(language, `doubt.${reason}`);
}
