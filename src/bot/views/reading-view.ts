import type { View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';

export type ReadingStatus = {
  readonly file: string;
  /** Files that are read before it; 0 while it is read itself. */
  readonly before: number;
  /** By which it is called off. */
  readonly key: string;
};

/** How far a file is that is being read, with a way to call it off. */
export function readingView(language: Language, { file, before, key }: ReadingStatus): View {
  const values = { file: escapeInline(file), before };
  return {
    body: [{ kind: 'text', markdown: say(language, before > 0 ? 'import.queued' : 'import.reading', values) }],
    controls: [button(say(language, 'sure.cancel'), 'import.stop', [key])],
  };
}
