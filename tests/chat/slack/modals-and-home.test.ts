import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, TextField, View } from '../../../src/chat/port.js';
import { renderForm } from '../../../src/chat/slack/render-form.js';
import { renderHome } from '../../../src/chat/slack/render-home.js';
import { renderNoticeModal } from '../../../src/chat/slack/render-notice-modal.js';
import { runs } from '../../support/runs.js';
import { expectHome, expectModal, textIn } from './slack-problems.js';
import { anyView } from './views.js';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const field: TextField = {
  kind: 'text',
  name: 'front',
  label: 'Question',
  required: true,
  multiline: false,
  maxLength: 200,
};
const form: Form = {
  title: 'Make a flashcard',
  action: { action: 'card.add', args: ['d1'] },
  submitLabel: 'Save',
  fields: [field],
};
const context = { privateMetadata: '{}', close: 'Cancel' };

describe('renderForm', () => {
  it('asks what the form asks', () => {
    const fields: TextField[] = [
      { ...field, placeholder: 'What is …?' },
      {
        ...field,
        name: 'back',
        value: 'a\nb',
        hint: 'As *long* as it takes',
        required: false,
        multiline: true,
        maxLength: 9_000,
      },
    ];
    const modal = renderForm({ ...form, fields }, context);
    expectModal(modal);
    expect(modal).toEqual({
      type: 'modal',
      callback_id: '1~card.add~d1',
      private_metadata: '{}',
      title: plain('Make a flashcard'),
      submit: plain('Save'),
      close: plain('Cancel'),
      blocks: [
        {
          type: 'input',
          block_id: 'front',
          label: plain('Question'),
          optional: false,
          element: {
            type: 'plain_text_input',
            action_id: 'front',
            multiline: false,
            max_length: 200,
            placeholder: plain('What is …?'),
          },
        },
        {
          type: 'input',
          block_id: 'back',
          label: plain('Question'),
          hint: plain('As *long* as it takes'),
          optional: true,
          element: {
            type: 'plain_text_input',
            action_id: 'back',
            multiline: true,
            max_length: 3_000,
            initial_value: 'a\nb',
          },
        },
      ],
    });
  });

  it.each([
    ['of the kinds that it may have', ['.md', '.txt'], { filetypes: ['md', 'txt'] }],
    ['of any kind', [], {}],
  ])('asks for one file %s', (_, accept, rest) => {
    const file = { kind: 'file', name: 'notes', label: 'Notes', required: false, accept, maxBytes: 9 } as const;
    const modal = renderForm({ ...form, fields: [file] }, context);
    expectModal(modal);
    expect(modal.blocks).toEqual([
      {
        type: 'input',
        block_id: 'notes',
        label: plain('Notes'),
        optional: true,
        element: { type: 'file_input', action_id: 'notes', max_files: 1, ...rest },
      },
    ]);
  });

  it.each<[string, Partial<Form>, Partial<TextField>]>([
    ['long words', { title: 't'.repeat(200), submitLabel: 's'.repeat(200) }, { label: 'l'.repeat(3_000) }],
    ['a long placeholder', {}, { placeholder: 'p'.repeat(300) }],
    ['a value longer than the field', {}, { value: 'v'.repeat(5_000), maxLength: 100 }],
    ['a long hint', {}, { hint: 'h'.repeat(3_000) }],
    ['nothing', { title: '', submitLabel: ' ' }, { label: '', value: '', placeholder: '', hint: '' }],
  ])('fits %s', (_, look, more) => {
    const modal = renderForm({ ...form, ...look, fields: [{ ...field, ...more }] }, context);
    expectModal(modal);
  });

  it('refuses metadata that Slack would refuse', () => {
    expect(() => renderForm(form, { ...context, privateMetadata: 'm'.repeat(3_001) })).toThrow(RangeError);
  });
});

describe('renderNoticeModal', () => {
  it('shows a view to be read, with its links and without its buttons', () => {
    const view: View = {
      title: 'Too late',
      body: [{ kind: 'text', markdown: 'Slack no longer waits for this form.' }],
      controls: [
        { kind: 'button', label: 'Again', action: { action: 'go', args: [] } },
        { kind: 'link', label: 'Read', url: 'https://e.org/' },
      ],
    };
    const modal = renderNoticeModal(view, { title: 'Repaso', close: 'Close' });
    expectModal(modal);
    expect(modal).toEqual({
      type: 'modal',
      title: plain('Repaso'),
      close: plain('Close'),
      blocks: [
        { type: 'header', text: plain('Too late') },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [{ type: 'text', text: 'Slack no longer waits for this form.' }],
            },
          ],
        },
        {
          type: 'actions',
          elements: [{ type: 'button', text: plain('Read'), action_id: '0:link', url: 'https://e.org/' }],
        },
      ],
    });
  });
});

describe('renderHome', () => {
  it('shows what is due with a button to begin', () => {
    const view: View = {
      title: 'Today',
      body: [{ kind: 'fields', fields: [{ name: 'Due', value: '12 cards' }] }],
      controls: [{ kind: 'button', label: 'Start', action: { action: 'review.start', args: [] }, style: 'primary' }],
    };
    const home = renderHome(view);
    expectHome(home);
    expect(home.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'actions']);
    expect(textIn(home)).toBe('Today\nDue\n: 12 cards\nStart');
  });

  it('ends in “…” where a page has no room for all', () => {
    const items = Array.from({ length: 3_000 }, (_, index) => `item number ${index}`);
    const home = renderHome({ body: [{ kind: 'list', items }] });
    expectHome(home);
    expect(textIn(home).split('\n').at(-1)).toBe('…');
  });

  it('shows any view on one page, and so does a notice', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expectHome(renderHome(view));
        expectModal(renderNoticeModal(view, { title: 'a', close: 'b' }));
      }),
      { numRuns: runs(25) },
    );
  });
});
