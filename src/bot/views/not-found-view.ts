import type { Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { NotFound } from '../../tutor/ask/not-found.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { LONGEST_LABEL, MOST_OPTIONS } from '../platform-limits.js';
import { shortenLabel } from '../words.js';

/** Topics of the notes to choose from. */
function topicSelect(language: Language, topics: NotFound['topics']): readonly Control[] {
  if (topics.length === 0) return [];
  const options = topics.map(({ title, passageId }) => ({
    label: shortenLabel(title, LONGEST_LABEL),
    value: passageId,
  }));
  // A full select may not hold all of them.
  const count = topics.length < MOST_OPTIONS ? topics.length : 0;
  const label = say(language, 'explain.topics', { count });
  return [{ kind: 'select', label, action: { action: 'explain.open', args: [] }, options }];
}

/** The answer to a question that was left out. */
function blankView(language: Language, { topics }: NotFound): View {
  const markdown = say(language, topics.length > 0 ? 'explain.blank' : 'explain.not-found.empty');
  return { body: [{ kind: 'text', markdown }], controls: topicSelect(language, topics) };
}

export function notFoundView(language: Language, missing: NotFound): View {
  if (missing.query === '') return blankView(language, missing);
  const { near, question } = missing;
  const lines = [say(language, 'explain.not-found', { query: escapeInline(shortenLabel(missing.query, 120)) })];
  if (near.length > 0) lines.push(say(language, 'explain.not-found.near'));
  else if (missing.topics.length === 0) lines.push(say(language, 'explain.not-found.empty'));
  if (question === null) lines.push(say(language, 'explain.no-words'));
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: lines.join(' ') }],
    controls: [
      ...near.map((topic) => button(shortenLabel(topic.title, LONGEST_LABEL), 'explain.open', [topic.passageId])),
      ...(question === null ? [] : [button(say(language, 'gaps.want'), 'gaps.want', [question])]),
      ...topicSelect(language, missing.topics),
    ],
  };
}
