import { z } from 'zod';
import type { Grade } from '../../src/core/grade.js';

/** An answer of the program that says: this is kept. */
export type Acknowledged =
  | { readonly kind: 'grade'; readonly session: string; readonly turn: number; readonly grade: Grade }
  /** The answer of that turn was taken back. */
  | { readonly kind: 'undo'; readonly session: string; readonly turn: number };

export type Reviewer = {
  readonly name: string;
  readonly acknowledged: readonly Acknowledged[];
  /** Presses that were sent and never confirmed: each may or may not count. */
  readonly inDoubt: () => number;
  /** Reviews until the program goes away. */
  review(url: string): Promise<void>;
};

/** This share of the presses takes the last grade back. */
const UNDOING = 0.2;
const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'good', 'easy'];

const replySchema = z.object({ kind: z.string() });

type Reply = z.infer<typeof replySchema>;
type Press = {
  readonly ref: string;
  readonly entry: number;
  readonly key: string;
  readonly counts: Acknowledged | null;
};

type Found = { readonly entry: number; readonly action: string };

/** The newest button of that name in the page, with the message it stands in. */
function findButton(page: string, name: string): Found | null {
  const entries = [...page.matchAll(/<article[^>]*data-id="(\d+)"[\s\S]*?<\/article>/g)].reverse();
  for (const [html, id] of entries) {
    const action = new RegExp(`data-action="(1~${name.replaceAll('.', '\\.')}~[^"]*)"`).exec(html)?.[1];
    if (action) return { entry: Number(id), action };
  }
  return null;
}

/**
 * A person with a browser that remembers: what was sent and not answered is sent again under the same key, as the
 * page does. `random` gives numbers from 0 to 1.
 */
export function createReviewer(name: string, concepts: readonly string[], random: () => number): Reviewer {
  const acknowledged: Acknowledged[] = [];
  let cookie = '';
  let pending: Press | null = null;
  let keys = 0;
  let doubts = 0;
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const newKey = (): string => {
    keys += 1;
    return `${name}-key-${keys}`;
  };

  async function post(url: string, path: string, body: object): Promise<Reply> {
    const headers = { 'content-type': 'application/json', cookie };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return replySchema.parse(await response.json());
  }

  async function page(url: string): Promise<string> {
    const response = await fetch(url, { headers: { cookie, 'accept-language': 'en' } });
    if (cookie === '') {
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      cookie += `; repaso_name=${name}`;
    }
    return response.text();
  }

  async function press(url: string, next: Press): Promise<void> {
    pending = next;
    const reply = await post(url, '/api/press', { ref: next.ref, entry: next.entry, key: next.key });
    pending = null;
    if (next.counts === null) return;
    if (reply.kind === 'kept') acknowledged.push(next.counts);
    else doubts += 1;
  }

  function grade({ entry, action }: Found): Press {
    const [, , session = '', turn = ''] = action.split('~');
    const chosen = any(GRADES) ?? 'good';
    const counts = { kind: 'grade', session, turn: Number(turn), grade: chosen } as const;
    return { ref: `1~review.grade~${session}~${turn}~${chosen}`, entry, key: newKey(), counts };
  }

  function undo({ entry, action }: Found): Press {
    const [, , session = '', turn = ''] = action.split('~');
    return { ref: action, entry, key: newKey(), counts: { kind: 'undo', session, turn: Number(turn) } };
  }

  async function step(url: string): Promise<void> {
    if (pending !== null) return press(url, pending);
    const html = await page(url);
    const question = findButton(html, 'review.show');
    if (question !== null) {
      const last = findButton(html, 'review.undo');
      const takesBack = last?.entry === question.entry && random() < UNDOING;
      return press(url, takesBack ? undo(last) : grade(question));
    }
    const quiz = findButton(html, 'explain.quiz');
    if (quiz !== null && random() < 0.9)
      return press(url, { ref: quiz.action, entry: quiz.entry, key: newKey(), counts: null });
    await post(url, '/api/line', { text: `/explain ${any(concepts)}`, key: newKey() });
  }

  return {
    name,
    acknowledged,
    inDoubt: () => doubts + (pending?.counts ? 1 : 0),
    async review(url) {
      for (;;) {
        try {
          await step(url);
        } catch {
          return;
        }
      }
    },
  };
}
