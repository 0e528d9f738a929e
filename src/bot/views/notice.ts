import type { Block, Button, Tone, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { button } from '../controls.js';
import { say } from '../messages/say.js';

/** A notice above a list about a change in it, with a button that reverses the change. */
export type Notice = {
  readonly tone: Tone;
  /** CommonMark. */
  readonly markdown: string;
  readonly controls?: readonly Button[];
};

export function noticeBlocks(notice: Notice | null): readonly Block[] {
  if (notice === null) return [];
  const { markdown, controls = [] } = notice;
  return [controls.length === 0 ? { kind: 'text', markdown } : { kind: 'rows', rows: [{ markdown, controls }] }];
}

/** The tone of a view with a notice. */
export function noticeTone(notice: Notice | null): Pick<View, 'tone'> {
  return notice === null ? {} : { tone: notice.tone };
}

/** Asks before an action that changes what everybody learns. */
export function confirmView(
  language: Language,
  { question, yes, cancel }: { readonly question: string; readonly yes: Button; readonly cancel: Button['action'] },
): View {
  return {
    body: [{ kind: 'text', markdown: question }],
    controls: [yes, button(say(language, 'sure.cancel'), cancel.action, cancel.args)],
  };
}

/** Says who has the permission, and what everybody else can do. */
export function notAllowedView(language: Language): View {
  return {
    tone: 'warning',
    body: [{ kind: 'text', markdown: say(language, 'change.not-allowed') }],
    controls: [suggestButton(language)],
  };
}

export function suggestButton(language: Language): Button {
  return button(say(language, 'card.suggest'), 'card.new');
}
