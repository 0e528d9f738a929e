import { describe, expect, it } from 'vitest';
import { dispatchAction, dispatchCommand, dispatchSubmit, dispatchSuggest } from '../../src/chat/dispatch.js';
import type { ChatApp, Form, Person, Place, Route, View } from '../../src/chat/port.js';

const person: Person = { id: 'ana', name: 'Ana', languages: ['es'], timeZone: null };
const place: Place = { workspaceId: 'w', direct: { platform: 'test', kind: 'direct', id: 'ana' } };
const view: View = { body: [{ kind: 'text', markdown: 'fine' }] };
const form: Form = { title: 'F', action: { action: 'send', args: [] }, submitLabel: 'Go', fields: [] };

function boom(): never {
  throw new Error('the handler broke');
}

function appWith<E>(route: Route<E> | null, more: Partial<ChatApp> = {}): ChatApp {
  return {
    commands: [],
    commandRoute: () => route,
    actionRoute: () => route,
    submitRoute: () => route,
    suggest: async () => [{ label: 'a', value: 'a' }],
    welcome: () => view,
    failure: (_, failure) => ({ title: failure.kind === 'error' ? failure.ref : failure.name, body: [] }),
    ...more,
  } as ChatApp;
}

function setUp(app: ChatApp) {
  const logged: { level: string; fields: object }[] = [];
  const logger = {
    warn: (fields: object) => logged.push({ level: 'warn', fields }),
    error: (fields: object) => logged.push({ level: 'error', fields }),
  };
  return { deps: { app, logger, newRef: () => '7F3K' }, logged };
}

const ways = [
  ['command', (app: ChatApp) => dispatchCommand(setUp(app).deps, { person, place, command: 'go', options: {} })],
  ['action', (app: ChatApp) => dispatchAction(setUp(app).deps, { person, place, action: 'go', args: [] })],
  [
    'submission',
    (app: ChatApp) => dispatchSubmit(setUp(app).deps, { person, place, action: 'go', args: [], values: {} }),
  ],
] as const;

describe.each(ways)('dispatch of a %s', (_, dispatch) => {
  it.each(['private', 'public', 'replace'] as const)('declares %s before it runs', async (answer) => {
    let ran = false;
    const prepared = dispatch(
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
    expect(await prepared.run()).toEqual({ kind: 'view', view });
  });

  it('opens a form', async () => {
    const prepared = dispatch(appWith({ answer: 'form', open: async () => form }));
    expect(prepared.answer).toBe('form');
    expect(await prepared.run()).toEqual({ kind: 'form', form });
  });

  it.each([
    ['throws', boom],
    ['rejects', async () => boom()],
  ])('answers with the app’s words where a handler %s', async (__, handle) => {
    expect(await dispatch(appWith({ answer: 'public', handle })).run()).toEqual({
      kind: 'failed',
      ref: '7F3K',
      view: { title: '7F3K', body: [] },
    });
  });

  it('answers with the app’s words where a form cannot be opened', async () => {
    const answer = await dispatch(appWith({ answer: 'form', open: async () => boom() })).run();
    expect(answer.kind).toBe('failed');
  });

  it('answers privately what this version does not know', async () => {
    const prepared = dispatch(appWith(null));
    expect(prepared.answer).toBe('private');
    expect(await prepared.run()).toEqual({ kind: 'failed', ref: '7F3K', view: { title: 'go', body: [] } });
  });

  it('survives a lookup that throws', async () => {
    const app = appWith(null, { commandRoute: boom, actionRoute: boom, submitRoute: boom });
    expect((await dispatch(app).run()).kind).toBe('failed');
  });
});

describe('the log', () => {
  it('has the error under the id that the person is shown', async () => {
    const { deps, logged } = setUp(appWith({ answer: 'private', handle: async () => boom() }));
    await dispatchAction(deps, { person, place, action: 'go', args: [] }).run();
    expect(logged).toEqual([
      { level: 'error', fields: { ref: '7F3K', route: 'go', person: 'ana', err: new Error('the handler broke') } },
    ]);
  });

  it('has both errors where the words for a failure fail too, and the person still gets the id', async () => {
    const { deps, logged } = setUp(appWith({ answer: 'private', handle: async () => boom() }, { failure: boom }));
    const answer = await dispatchAction(deps, { person, place, action: 'go', args: [] }).run();
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
