import type { Block, Row, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import type { Member } from '../../tutor/decks/set-editors.js';
import { button } from '../controls.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { type Notice, noticeBlocks, noticeTone } from './notice.js';
import { itemsOn, type PageRange, pageButtons, pageCaption } from './page-controls.js';

/** People on a page. */
export const PEOPLE_SHOWN = 8;

function rowOf(language: Language, { ref, name, isEditor }: Member, { page }: PageRange): Row {
  const person = escapeInline(name);
  if (!isEditor) {
    return { markdown: person, controls: [button(say(language, 'editors.add'), 'editors.add', [page, ref])] };
  }
  const remove = button(say(language, 'editors.remove'), 'editors.remove', [page, ref]);
  return { markdown: say(language, 'editors.row', { name: person }), controls: [remove] };
}

/** The people who may change the decks beside the platform's managers, and those who could be named. */
export function editorsView(
  language: Language,
  people: readonly Member[],
  place: PageRange,
  notice: Notice | null,
): View {
  const list: Block =
    people.length === 0
      ? { kind: 'text', markdown: say(language, 'editors.nobody') }
      : { kind: 'rows', rows: itemsOn(people, place).map((somebody) => rowOf(language, somebody, place)) };
  return {
    ...noticeTone(notice),
    title: say(language, 'editors.title'),
    body: [
      ...noticeBlocks(notice),
      { kind: 'text', markdown: say(language, 'editors.body') },
      list,
      ...pageCaption(language, place),
    ],
    controls: pageButtons(language, place, 'editors.page'),
  };
}
