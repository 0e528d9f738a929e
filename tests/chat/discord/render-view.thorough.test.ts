import { describe, expect, it } from 'vitest';
import { renderView } from '../../../src/chat/discord/render-view.js';
import type { Button, View } from '../../../src/chat/port.js';
import { HUGE } from './arbitrary.js';
import { refusals } from './discord-limits.js';

const button = (label: string): Button => ({ kind: 'button', label, action: { action: 'go', args: [] } });

describe('renderView', () => {
  it.each(HUGE)('makes nothing that Discord refuses of a huge text in any place (%#)', (text) => {
    const views: readonly View[] = [
      { title: text, body: [{ kind: 'text', markdown: text }], footer: text },
      { body: [{ kind: 'code', code: text, language: 'typescript' }] },
      { body: [{ kind: 'list', items: [text, text.slice(0, 2_500), 'a'], ordered: true }] },
      {
        body: [
          {
            kind: 'fields',
            fields: [
              { name: text.slice(0, 90), value: text.slice(0, 2_500) },
              { name: text, value: text },
            ],
          },
        ],
      },
      { body: [{ kind: 'meters', meters: [{ label: text, text, value: 1, max: 2 }] }] },
      { body: [{ kind: 'headline', markdown: text }] },
      { body: [{ kind: 'caption', text, bar: { value: 1, max: 2 } }] },
      { body: [{ kind: 'rows', rows: [{ markdown: text, controls: [button(text), button('a')] }] }] },
      {
        body: [],
        controls: [
          button(text),
          { kind: 'select', label: text, action: { action: 'a', args: [] }, options: [{ label: text, value: 'b' }] },
        ],
      },
    ];
    expect(views.flatMap((one) => renderView(one, { scope: null })).flatMap(refusals)).toEqual([]);
  });
});
