import { describe, expect, it } from 'vitest';
import { roomWords } from '../../../src/bot/room-words.js';
import type { Control, View } from '../../../src/chat/port.js';
import { entryHtml } from '../../../src/chat/web/render-entry.js';

const GRADES = ['again', 'hard', 'good', 'easy'];

function button(action: string, ...args: readonly string[]): Control {
  return { kind: 'button', label: [action, ...args].join(' '), action: { action, args } };
}

/** The buttons that have keys, as they are drawn. */
async function keysOf(controls: readonly Control[]): Promise<readonly string[]> {
  const view: View = { body: [], controls };
  const entry = { author: { kind: 'bot' }, onlyFor: 'ana', content: { kind: 'view', view }, at: 0 } as const;
  const html = await entryHtml({ ...entry, id: 1, revision: 1 }, { id: 'ana', words: roomWords(['en']) });
  const drawn = html.matchAll(/data-key="([^"]*)" aria-keyshortcuts="([^"]*)">([^<]*)</g);
  return [...drawn].map(([, key, told, label]) => `${key === told ? key : 'differs'}: ${label}`);
}

describe('the keys of a card', () => {
  it.each([
    ['show a review', [button('review.show', '1'), button('review.pause', '1')], ['Enter: review.show 1']],
    [
      'grade in the order of the buttons, past others between them',
      [button('review.hint'), ...GRADES.map((grade) => button('review.grade', grade)), button('explain.open')],
      GRADES.map((grade, index) => `${index + 1}: review.grade ${grade}`),
    ],
    ['are none for grades that are not four', GRADES.slice(1).map((grade) => button('review.grade', grade)), []],
    [
      'undo beside a question and beside grades, once',
      [button('review.show', '1'), button('review.undo', '1'), button('review.undo', '2')],
      ['Enter: review.show 1', 'z: review.undo 1'],
    ],
    [
      'choose among four answers or two, and go on',
      [...['a', 'b', 'c', 'd'].map((key) => button('review.choose', key)), button('review.show', '1')],
      ['1: review.choose a', '2: review.choose b', '3: review.choose c', '4: review.choose d', 'Enter: review.show 1'],
    ],
    [
      'go on after a choice',
      [button('review.resume', '1'), button('review.undo', '1')],
      ['Enter: review.resume 1', 'z: review.undo 1'],
    ],
    ['are none for more answers than keys', [...'abcde'].map((key) => button('review.choose', key)), []],
    ['are none on another card', [button('explain.add'), button('deck.show')], []],
    ['are none without buttons', [], []],
  ])('%s', async (_, controls, keys) => {
    expect(await keysOf(controls)).toEqual(keys);
  });
});
