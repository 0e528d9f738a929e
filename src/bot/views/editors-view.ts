import type { Block, Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Somebody } from '../../tutor/decks/name-editors.js';
import { button } from '../controls.js';
import { escapeMarkdown } from '../markdown.js';
import { say } from '../messages/say.js';
import { itemsOn, type PagePlace, pageButtons, pageCaption } from './page-controls.js';
import { type Said, saidBlocks, saidTone } from './said.js';

/** People on a page. */
export const PEOPLE_SHOWN = 8;

function rowOf(language: Language, { ref, name, isEditor }: Somebody, { page }: PagePlace): Row {
  const person = escapeMarkdown(name);
  if (!isEditor) {
    return { markdown: person, controls: [button(say(language, 'editors.add'), 'editors.add', [page, ref])] };
  }
  const remove = button(say(language, 'editors.remove'), 'editors.remove', [page, ref]);
  return { markdown: say(language, 'editors.row', { name: person }), controls: [remove] };
}

/** Who may change the decks beside the platform's managers, and who could be named. */
export function editorsView(
  language: Language,
  people: readonly Somebody[],
  place: PagePlace,
  said: Said | null,
): View {
  const list: Block =
    people.length === 0
      ? { kind: 'text', markdown: say(language, 'editors.nobody') }
      : { kind: 'rows', rows: itemsOn(people, place).map((somebody) => rowOf(language, somebody, place)) };
  return {
    ...saidTone(said),
    title: say(language, 'editors.title'),
    body: [
      ...saidBlocks(said),
      { kind: 'text', markdown: say(language, 'editors.body') },
      list,
      ...pageCaption(language, place),
    ],
    controls: pageButtons(language, place, 'editors.page'),
  };
}
