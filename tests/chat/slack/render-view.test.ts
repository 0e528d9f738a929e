import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Control, View } from '../../../src/chat/port.js';
import { renderView } from '../../../src/chat/slack/render-view.js';
import { runs } from '../../support/runs.js';
import { expectMessage, textIn } from './slack-problems.js';
import { anyView, wordedView } from './views.js';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const words = (text: string, style?: Record<string, true>) => ({ type: 'text', text, ...(style ? { style } : {}) });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const richText = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const button = (label: string, action_id: string, more = {}) => ({
  type: 'button',
  text: plain(label),
  action_id,
  ...more,
});

function press(label: string, action: string, args: string[] = [], style: 'primary' | 'plain' | 'danger' = 'plain') {
  return { kind: 'button', label, action: { action, args }, style } as const;
}

function only(view: View) {
  const { messages, rest } = renderView(view);
  expect(rest).toBeNull();
  expect(messages).toHaveLength(1);
  expectMessage(messages[0]);
  return messages[0]!;
}

describe('renderView', () => {
  it('shows a review card', () => {
    const message = only({
      title: 'Docker › Networks · 3 of 12',
      body: [
        { kind: 'text', markdown: 'What does `docker network ls` list?' },
        { kind: 'text', markdown: '**Answer:** all networks' },
      ],
      controls: [
        press('Again · today', 'review.grade', ['s1', '3', 'again']),
        press('Hard · tomorrow', 'review.grade', ['s1', '3', 'hard']),
        press('Good · 3 days', 'review.grade', ['s1', '3', 'good'], 'primary'),
        press('Easy · 5 days', 'review.grade', ['s1', '3', 'easy']),
        press('In the notes', 'explain.open', ['p7']),
      ],
      footer: '*Docker › Networks · docker.md, line 81*',
    });
    expect(message).toEqual({
      text: [
        'Docker › Networks · 3 of 12',
        'What does docker network ls list?',
        'Answer: all networks',
        'Docker › Networks · docker.md, line 81',
        '[Again · today] [Hard · tomorrow] [Good · 3 days] [Easy · 5 days] [In the notes]',
      ].join('\n\n'),
      blocks: [
        { type: 'header', text: plain('Docker › Networks · 3 of 12') },
        richText(section(words('What does '), words('docker network ls', { code: true }), words(' list?'))),
        richText(section(words('Answer:', { bold: true }), words(' all networks'))),
        {
          type: 'context',
          elements: [{ type: 'mrkdwn', text: '_Docker › Networks · docker.md, line 81_', verbatim: true }],
        },
        {
          type: 'actions',
          elements: [
            button('Again · today', '0:1~review.grade~s1~3~again'),
            button('Hard · tomorrow', '1:1~review.grade~s1~3~hard'),
            button('Good · 3 days', '2:1~review.grade~s1~3~good', { style: 'primary' }),
            button('Easy · 5 days', '3:1~review.grade~s1~3~easy'),
            button('In the notes', '4:1~explain.open~p7'),
          ],
        },
      ],
    });
  });

  it('shows an explanation with a table and code', () => {
    const { blocks } = only({
      title: 'Ports',
      body: [
        {
          kind: 'text',
          markdown:
            'Publish one:\n\n```sh\ndocker run -p 8080:80 <image>\n```\n\n| Side | Port |\n|------|-----:|\n| host | 8080 |\n| container | 80 |',
        },
      ],
    });
    expect(blocks).toEqual([
      { type: 'header', text: plain('Ports') },
      richText(
        section(words('Publish one:')),
        { type: 'rich_text_preformatted', elements: [words('docker run -p 8080:80 <image>')] },
        {
          type: 'rich_text_preformatted',
          elements: [words('Side       Port\n---------  ----\nhost       8080\ncontainer    80')],
        },
      ),
    ]);
  });

  it('shows a leaderboard with aligned bars', () => {
    const { blocks } = only({
      title: 'Week 47',
      body: [
        {
          kind: 'meters',
          meters: [
            { label: '1. Ana', value: 120, max: 120, text: '120 reviews · 94 %' },
            { label: '2. José Luis', value: 60, max: 120, text: '60 reviews · 90 %' },
            { label: '3. 健太', value: 0, max: 120, text: '0 reviews' },
          ],
        },
      ],
    });
    const bars = [
      '1. Ana       ██████████ 120 reviews · 94 %',
      '2. José Luis █████░░░░░ 60 reviews · 90 %',
      '3. 健太      ░░░░░░░░░░ 0 reviews',
    ];
    expect(blocks[1]).toEqual(richText({ type: 'rich_text_preformatted', elements: [words(bars.join('\n'))] }));
  });

  it('shows fields, lists and code in blocks of their own', () => {
    const { blocks } = only({
      body: [
        { kind: 'fields', fields: [{ name: 'Streak', value: '21 days' }] },
        { kind: 'list', items: ['a', 'b'], ordered: true },
        { kind: 'code', code: 'docker ps', language: 'sh' },
      ],
    });
    expect(blocks).toEqual([
      richText(section(words('Streak', { bold: true }), words(': 21 days'))),
      richText({ type: 'rich_text_list', style: 'ordered', elements: [section(words('a')), section(words('b'))] }),
      richText({ type: 'rich_text_preformatted', elements: [words('docker ps')] }),
    ]);
  });

  it('puts buttons in rows of five, selects on their own, links where they can be opened', () => {
    const select: Control = {
      kind: 'select',
      label: 'Hour',
      action: { action: 'hour', args: [] },
      options: [
        { label: '9:00', value: '9' },
        { label: '10:00', value: '10', selected: true },
      ],
    };
    const { blocks } = only({
      body: [],
      controls: [
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((label) => press(label, 'go')),
        select,
        { kind: 'link', label: 'Read', url: 'https://e.org/' },
        press('Delete', 'drop', [], 'danger'),
        { kind: 'link', label: 'File', url: 'file:///a' },
        { ...select, options: [] },
      ],
    });
    const row = (...elements: unknown[]) => ({ type: 'actions', elements });
    const option = (label: string, value: string) => ({ text: plain(label), value });
    expect(blocks).toEqual([
      richText(section(words('File: file:///a'))),
      row(...['a', 'b', 'c', 'd', 'e'].map((label, n) => button(label, `${n}:1~go`))),
      row(button('f', '5:1~go')),
      row({
        type: 'static_select',
        action_id: '6:1~hour',
        placeholder: plain('Hour'),
        options: [option('9:00', '9'), option('10:00', '10')],
        initial_option: option('10:00', '10'),
      }),
      row(button('Read', '7:link', { url: 'https://e.org/' }), button('Delete', '8:1~drop', { style: 'danger' })),
    ]);
  });

  it.each(['', 'x'.repeat(151)])('refuses an option’s value that Slack would refuse', (value) => {
    const action = { action: 'go', args: [] };
    const select: Control = { kind: 'select', label: 'a', action, options: [{ label: 'a', value }] };
    expect(() => renderView({ body: [], controls: [select] })).toThrow(RangeError);
  });

  it('turns no text of the notes into a mention or an emoji, wherever it stands', () => {
    const hostile = '<!channel> <@U1> :smile:';
    const { blocks, text } = only({
      title: hostile,
      body: [
        { kind: 'text', markdown: `a ${hostile}` },
        { kind: 'fields', fields: [{ name: hostile, value: hostile }] },
        { kind: 'list', items: [hostile] },
        { kind: 'code', code: hostile },
        { kind: 'meters', meters: [{ label: hostile, value: 1, max: 2, text: hostile }] },
      ],
      controls: [press(hostile, 'go')],
      footer: `a ${hostile}`,
    });
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
    expect(textIn(blocks).split(':smile:')).toHaveLength(11);
    expect(JSON.stringify(blocks)).not.toMatch(
      /"type":"(user|channel|broadcast|usergroup|emoji|date|mrkdwn)"|"emoji":true/,
    );
  });

  it('says something even for a view of nothing', () => {
    expect(only({ title: ' ', body: [{ kind: 'text', markdown: '' }] })).toEqual({
      blocks: [richText(section(words('…')))],
      text: '…',
    });
  });

  it('shows any view in messages that Slack takes', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { messages } = renderView(view);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) expectMessage(message);
      }),
      { numRuns: runs(60) },
    );
  });

  it('has room for as many blocks as it can have', () => {
    const select: Control = {
      kind: 'select',
      label: 'a',
      action: { action: 'go', args: [] },
      options: [{ label: 'a', value: 'a' }],
    };
    const dead: Control = { kind: 'link', label: 'a', url: 'file:///a' };
    const buttons = (count: number) => Array.from({ length: count }, () => press('a', 'go'));
    const rows = [6, 6, 6, 1, 1].flatMap((count) => [...buttons(count), select]);
    only({
      title: 'a',
      body: Array.from({ length: 30 }, () => ({ kind: 'text', markdown: 'a' }) as const),
      controls: [...rows, ...Array.from({ length: 5 }, () => dead)],
      footer: 'a',
    });
  });

  it('needs no more than four messages, and the rest as a file, for any text', () => {
    const long = Array.from({ length: 9_000 }, (_, index) => `w${index}w`).join(' ');
    const { messages, rest } = renderView({
      title: 'Long',
      body: [{ kind: 'text', markdown: long }],
      controls: [press('a', 'go')],
    });
    expect(messages).toHaveLength(4);
    expect(messages.at(-1)?.blocks.at(-1)?.type).toBe('actions');
    expect(`${textIn(messages)}\n${rest}`.match(/w\d+w/g)?.length).toBeGreaterThanOrEqual(9_000);
  });

  it('loses no word of any view', () => {
    fc.assert(
      fc.property(wordedView, (view) => {
        const { messages, rest } = renderView(view);
        const shown = new Set(`${textIn(messages.map(({ blocks }) => blocks))}\n${rest}`.match(/w\d+w/g));
        const wanted = JSON.stringify(view).match(/w\d+w/g) ?? [];
        expect(wanted.filter((word) => !shown.has(word))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});
