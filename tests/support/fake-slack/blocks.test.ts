import { describe, expect, it } from 'vitest';
import { pingsIn, pingsInText } from './pings.js';
import { check, checkMessageBlocks } from './schema/problems.js';
import { modalView } from './schema/view.js';
import { plainMrkdwn, wordsOf } from './words.js';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number) => 'x'.repeat(length);
const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index));

const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const option = (value: string) => ({ text: plain(value), value });
const select = (more: object = {}) => ({
  type: 'static_select',
  action_id: 'pick',
  placeholder: plain('Pick'),
  options: [option('a'), option('b')],
  ...more,
});
const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
const line = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const words = (text: string) => ({ type: 'text', text });

const GOOD: readonly (readonly [string, readonly object[]])[] = [
  ['text at its limit', [{ type: 'section', text: mrkdwn(long(3_000)) }]],
  ['fields alone', [{ type: 'section', fields: many(10, () => plain(long(2_000))) }]],
  ['a header at its limit', [{ type: 'header', text: plain(long(150)) }]],
  ['fifty blocks', many(50, () => ({ type: 'divider' }))],
  ['twenty-five buttons', [actions(...many(25, (n) => button({ action_id: `${n}` })))]],
  ['a menu with one of its options chosen', [actions(select({ initial_option: option('b') }))]],
  [
    'groups of options',
    [actions(select({ options: undefined, option_groups: [{ label: plain('L'), options: [option('a')] }] }))],
  ],
  ['ten in a context', [{ type: 'context', elements: many(10, () => mrkdwn('x')) }]],
  [
    'rich text of every kind',
    [
      rich(
        line(words('a'), { type: 'link', url: 'https://a.b', text: 'c' }, { type: 'emoji', name: 'wave' }),
        { type: 'rich_text_list', style: 'ordered', indent: 1, elements: [line(words('one'))] },
        { type: 'rich_text_preformatted', elements: [words('code')] },
        { type: 'rich_text_quote', elements: [words('said')] },
      ),
    ],
  ],
  ['markdown', [{ type: 'markdown', text: long(12_000) }]],
  ['a table', [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }, rich(line(words('b')))]] }]],
];

const BAD: readonly (readonly [string, readonly object[], RegExp])[] = [
  ['a section of nothing', [{ type: 'section' }], /must define either `text` or `fields` \[json-pointer:\/blocks\/0\]/],
  [
    'long section text',
    [{ type: 'section', text: mrkdwn(long(3_001)) }],
    /less than 3001 characters.*blocks\/0\/text\/text/,
  ],
  ['empty text', [{ type: 'section', text: plain('') }], /more than 0 characters/],
  ['eleven fields', [{ type: 'section', fields: many(11, () => plain('x')) }], /no more than 10 items/],
  ['a long field', [{ type: 'section', fields: [plain(long(2_001))] }], /less than 2001/],
  ['a long header', [{ type: 'header', text: plain(long(151)) }], /less than 151/],
  ['mrkdwn in a header', [{ type: 'header', text: mrkdwn('x') }], /blocks\/0\/text\/type/],
  ['fifty-one blocks', many(51, () => ({ type: 'divider' })), /no more than 50 items/],
  ['an unknown block', [{ type: 'paragraph' }], /blocks\/0/],
  ['an unknown field', [{ type: 'divider', colour: 'red' }], /invalid additional property: colour/],
  ['emoji in mrkdwn', [{ type: 'section', text: { ...mrkdwn('x'), emoji: true } }], /additional property: emoji/],
  ['no buttons', [actions()], /no fewer than 1 items/],
  ['twenty-six buttons', [actions(...many(26, (n) => button({ action_id: `${n}` })))], /no more than 25 items/],
  ['eleven in a context', [{ type: 'context', elements: many(11, () => mrkdwn('x')) }], /no more than 10 items/],
  ['a long button', [actions(button({ text: plain(long(76)) }))], /less than 76/],
  ['a long value', [actions(button({ value: long(2_001) }))], /less than 2001/],
  ['a long URL', [actions(button({ url: `https://a.b/${long(3_000)}` }))], /less than 3001/],
  ['no URL', [actions(button({ url: '../notes.md' }))], /must be a valid URL/],
  ['a plain style', [actions(button({ style: 'plain' }))], /primary or danger/],
  ['a long action id', [actions(button({ action_id: long(256) }))], /less than 256/],
  ['an action id twice', [actions(button()), actions(button())], /`action_id` go already exists.*blocks\/1/],
  [
    'a block id twice',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    /`block_id` b already/,
  ],
  ['a menu of nothing', [actions(select({ options: [] }))], /no fewer than 1 items/],
  ['101 options', [actions(select({ options: many(101, (n) => option(`${n}`)) }))], /no more than 100 items/],
  ['a long option', [actions(select({ options: [{ text: plain(long(76)), value: 'v' }] }))], /less than 76/],
  ['a long option value', [actions(select({ options: [{ text: plain('x'), value: long(151) }] }))], /less than 151/],
  ['a long placeholder', [actions(select({ placeholder: plain(long(151)) }))], /less than 151/],
  ['a choice from elsewhere', [actions(select({ initial_option: option('c') }))], /must be one of the options/],
  [
    'options and groups',
    [actions(select({ option_groups: [{ label: plain('L'), options: [option('a')] }] }))],
    /either `options`/,
  ],
  ['empty rich text', [rich(line(words('')))], /more than 0 characters/],
  ['rich text of nothing', [rich()], /no fewer than 1 items/],
  ['a bare list', [rich({ type: 'rich_text_list', style: 'bullet', elements: [words('x')] })], /rich_text_section/],
  ['an input as a section', [rich(words('x'))], /blocks\/0\/elements\/0/],
  ['two tables', many(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] })), /only one table/],
  ['long markdown', many(2, () => ({ type: 'markdown', text: long(6_001) })), /less than 12001/],
];

describe('the schemas of Block Kit', () => {
  it.each(GOOD)('let %s through', (_, blocks) => {
    // As JSON, where what is undefined is not there.
    const checked = checkMessageBlocks(JSON.parse(JSON.stringify(blocks)));
    expect(checked).toMatchObject({ ok: true });
  });

  it.each(BAD)('refuse %s', (_, blocks, message) => {
    const checked = checkMessageBlocks(blocks);
    expect(checked.ok ? 'accepted' : checked.problems.join('\n')).toMatch(message);
  });

  const input = {
    type: 'input',
    block_id: 'a',
    label: plain('A'),
    element: { type: 'plain_text_input', action_id: 'v' },
  };
  const modal = { type: 'modal', title: plain('Title'), submit: plain('Send'), blocks: [input] };

  it.each([
    ['a long title', { title: plain(long(25)) }, /less than 25.*view\/title/],
    ['a long submit', { submit: plain(long(25)) }, /less than 25/],
    ['inputs without submit', { submit: undefined }, /missing required field: submit/],
    ['long metadata', { private_metadata: long(3_001) }, /less than 3001/],
    ['a long callback id', { callback_id: long(256) }, /less than 256/],
    ['101 blocks', { blocks: many(101, () => ({ type: 'divider' })) }, /no more than 100/],
    ['a long label', { blocks: [{ ...input, label: plain(long(2_001)) }] }, /less than 2001/],
    ['a long length', { blocks: [{ ...input, element: { ...input.element, max_length: 3_001 } }] }, /max_length/],
    [
      'more than fits',
      { blocks: [{ ...input, element: { ...input.element, max_length: 2, initial_value: 'abc' } }] },
      /longer than max_length/,
    ],
    ['markdown', { blocks: [{ type: 'markdown', text: 'x' }] }, /view\/blocks\/0/],
  ])('refuse a modal with %s', (_, change, message) => {
    expect(check(modalView, modal, ['view'])).toMatchObject({ ok: true });
    const checked = check(modalView, JSON.parse(JSON.stringify({ ...modal, ...change })), ['view']);
    expect(checked.ok ? 'accepted' : checked.problems.join('\n')).toMatch(message);
  });
});

describe('what pings', () => {
  it.each([
    '<!channel>',
    '<!here|here>',
    '<!everyone>',
    '<@U123>',
    '<#C123|general>',
    '<!subteam^S1>',
  ])('%s in mrkdwn', (text) => {
    expect(pingsIn([{ type: 'section', text: mrkdwn(`a ${text} b`) }], 'blocks')).toEqual([
      { where: 'blocks/0/text/text', text },
    ]);
    expect(pingsInText(text, { linkNames: false, parse: 'none' })).toHaveLength(1);
    expect(pingsIn([{ type: 'section', text: plain(text) }, rich(line(words(text)))], 'blocks')).toEqual([]);
  });

  it.each([
    { type: 'user', user_id: 'U1' },
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'broadcast', range: 'here' },
    { type: 'channel', channel_id: 'C1' },
  ])('an element of rich text: $type', (element) => {
    expect(pingsIn([rich(line(element))], 'blocks')).toHaveLength(1);
  });

  it('names, when Slack is told to look for them', () => {
    expect(pingsInText('@here', { linkNames: true, parse: 'none' })).toHaveLength(1);
    expect(pingsInText('@here <!date^1^x|y> &lt;!here&gt;', { linkNames: false, parse: 'none' })).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['*bold* _italic_ ~gone~ `code`', 'bold italic gone code'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['<https://a.b|a link> and <https://c.d>', 'a link and https://c.d'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['no\u200b width', 'no width'],
  ])('of %s', (text, expected) => {
    expect(plainMrkdwn(text)).toBe(expected);
  });

  it('leave rich text as it is: Slack decodes nothing there', () => {
    const checked = checkMessageBlocks([rich(line(words('*a* &lt;b&gt;')))]);
    expect(checked.ok && wordsOf({ text: 'unseen', blocks: checked.value })).toBe('*a* &lt;b&gt;');
  });
});
