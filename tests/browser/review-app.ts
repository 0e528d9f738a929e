import type { ChatApp, Control, View } from '../../src/chat/port.js';
import { createFakeApp } from '../support/fake-app.js';

export type ReviewApp = {
  readonly app: ChatApp;
  /** What was pressed, in order, such as `show 1` and `grade 1 good`. */
  readonly pressed: readonly string[];
  /** Makes every answer of a card wait until the returned function is called. */
  hold(): () => void;
};

const GRADES = ['again', 'hard', 'good', 'easy'] as const;
const LABELS = { again: 'Otra vez · hoy', hard: 'Difícil · 1 d', good: 'Bien · 6 d', easy: 'Fácil · 9 d' } as const;

function button(label: string, action: string, args: readonly string[], isMain = false): Control {
  return { kind: 'button', label, action: { action, args }, style: isMain ? 'primary' : 'plain' };
}

function question(turn: string): View {
  return {
    title: `Card ${turn}`,
    body: [{ kind: 'text', markdown: `question ${turn}` }],
    controls: [button('Show', 'review.show', [turn], true), button('Later', 'review.pause', [turn])],
  };
}

function answer(turn: string): View {
  const grades = GRADES.map((grade) => button(LABELS[grade], 'review.grade', [turn, grade], grade === 'good'));
  return {
    title: `Card ${turn}`,
    body: [{ kind: 'text', markdown: `answer ${turn}` }],
    controls: [...grades, button('In the notes', 'tell', [])],
  };
}

/** The test's bot, with reviews that look like the real ones: `/review`, then cards without end. */
export function createReviewApp(): ReviewApp {
  const fake = createFakeApp();
  const pressed: string[] = [];
  let gate: Promise<void> = Promise.resolve();

  function reviewView(action: string, [turn = '1', grade = '']: readonly string[]): View {
    if (action === 'review.pause') return { body: [], controls: [button('Go on', 'tell', [], true)] };
    pressed.push(action === 'review.show' ? `show ${turn}` : `grade ${turn} ${grade}`);
    return action === 'review.show' ? answer(turn) : question(`${Number(turn) + 1}`);
  }

  const words = { en: 'review', es: 'repasar' };
  const app: ChatApp = {
    ...fake.app,
    commands: [...fake.app.commands, { name: 'review', names: words, description: words, options: [] }],
    route(event) {
      if (event.kind === 'command' && event.command === 'review') {
        return { answer: 'private', handle: async () => question('1') };
      }
      if (event.kind !== 'action' || !event.action.startsWith('review.')) return fake.app.route(event);
      const { action, args } = event;
      return {
        answer: action === 'review.pause' ? 'private' : 'replace',
        async handle() {
          await gate;
          return reviewView(action, args);
        },
      };
    },
  };
  return {
    app,
    pressed,
    hold() {
      let open: () => void = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}
