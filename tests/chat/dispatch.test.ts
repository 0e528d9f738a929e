import { describe, expect, it } from 'vitest';
import { dispatch, dispatchSuggest } from '../../src/chat/dispatch.js';
import type { ChatApp, ChatRequest, Form, Person, Place, Route, View } from '../../src/chat/port.js';

const person: Person = { id: 'ana', name: 'Ana', languages: ['es'], timeZone: null, manages: false };
const place: Place = {
  workspaceId: 'w',
  lead: '/',
  direct: { platform: 'test', kind: 'direct', id: 'ana' },
  channel: null,
};
const view: View = { body: [{ kind: 'text', markdown: 'fine' }] };
const form: Form = { title: 'F', action: { action: 'send', args: [] }, submitLabel: 'Go', fields: [] };

function boom(): never {
  throw new Error('the handler broke');
}

function appWith(route: Route | null, more: Partial<ChatApp> = {}): ChatApp {
  return {
    commands: [],
    shortcuts: [],
    route: () => route,
    suggest: async () => [{ label: 'a', value: 'a' }],
    overhear: async () => null,
    follows: async () => false,
    welcome: async () => view,
    failure(_, failure) {
      if (failure.kind === 'too-late') return { title: 'late', body: [] };
      return { title: failure.kind === 'error' ? failure.ref : failure.name, body: [] };
    },
    ...more,
  };
}

function setUp(app: ChatApp) {
  const logged: { level: string; fields: object }[] = [];
  const logger = {
    warn: (fields: object) => logged.push({ level: 'warn', fields }),
    error: (fields: object) => logged.push({ level: 'error', fields }),
  };
  return { deps: { app, logger, newRef: () => '7F3K' }, logged };
}

const press: ChatRequest = { kind: 'action', person, action: 'go', args: [] };
const requests: readonly (readonly [string, ChatRequest, string])[] = [
  ['command', { kind: 'command', person, command: 'go', options: {} }, 'go'],
  ['action', press, 'go'],
  ['submission', { kind: 'submission', person, action: 'go', args: [], values: {}, files: {} }, 'go'],
  ['shortcut', { kind: 'shortcut', person, shortcut: 'go', text: 'words' }, 'go'],
  ['question', { kind: 'question', person, text: 'words', aloud: true, conversation: 'c', files: [] }, 'question'],
];

describe.each(requests)('dispatch of a %s', (_, request, name) => {
  const dispatched = (app: ChatApp) => dispatch(setUp(app).deps, request);

  it.each(['private', 'public', 'replace'] as const)('declares %s before it runs', async (answer) => {
    let ran = false;
    const prepared = dispatched(
      appWith({
        answer,
        handle: async () => {
          ran = true;
          return view;
        },
      }),
    );
    expect(prepared.answer).toBe(answer);
    expect(ran).toBe(false);
    expect(await prepared.run(place)).toEqual({ kind: 'view', view });
  });

  it('opens a form', async () => {
    const prepared = dispatched(appWith({ answer: 'form', open: async () => form }));
    expect(prepared.answer).toBe('form');
    expect(await prepared.run(place)).toEqual({ kind: 'form', form });
  });

  it.each([
    ['throws', boom],
    ['rejects', async () => boom()],
  ])('answers with the app’s words where a handler %s', async (__, handle) => {
    expect(await dispatched(appWith({ answer: 'public', handle })).run(place)).toEqual({
      kind: 'failed',
      ref: '7F3K',
      view: { title: '7F3K', body: [] },
    });
  });

  it('answers with the app’s words where a form cannot be opened', async () => {
    const answer = await dispatched(appWith({ answer: 'form', open: async () => boom() })).run(place);
    expect(answer.kind).toBe('failed');
  });

  it('answers privately what this version does not know', async () => {
    const prepared = dispatched(appWith(null));
    expect(prepared.answer).toBe('private');
    expect(await prepared.run(place)).toEqual({ kind: 'failed', ref: '7F3K', view: { title: name, body: [] } });
  });

  it('survives a lookup that throws', async () => {
    const app = appWith(null, { route: boom });
    expect((await dispatched(app).run(place)).kind).toBe('failed');
  });
});

describe('the log', () => {
  it('has the error under the id that the person is shown', async () => {
    const { deps, logged } = setUp(appWith({ answer: 'private', handle: async () => boom() }));
    await dispatch(deps, press).run(place);
    expect(logged).toEqual([
      { level: 'error', fields: { ref: '7F3K', route: 'go', person: 'ana', err: new Error('the handler broke') } },
    ]);
  });

  it('has both errors where the words for a failure fail too, and the person still gets the id', async () => {
    const { deps, logged } = setUp(appWith({ answer: 'private', handle: async () => boom() }, { failure: boom }));
    const answer = await dispatch(deps, press).run(place);
    expect(answer).toMatchObject({ kind: 'failed', view: { body: [{ markdown: '*(ref. 7F3K)*' }] } });
    expect(logged).toHaveLength(2);
  });
});

describe('suggestions', () => {
  const event = { person, place, command: 'go', option: 'what', typed: 'a' };

  it('are the app’s', async () => {
    expect(await dispatchSuggest(setUp(appWith(null)).deps, event)).toEqual([{ label: 'a', value: 'a' }]);
  });

  it('are none where the app fails, and the log says so', async () => {
    const { deps, logged } = setUp(appWith(null, { suggest: async () => boom() }));
    expect(await dispatchSuggest(deps, event)).toEqual([]);
    expect(logged).toMatchObject([{ level: 'warn' }]);
  });
});
