import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatApp, Form, Place } from '../../src/chat/port.js';
import { createFakeApp, type FakeApp } from '../support/fake-app.js';
import { launchBrowser } from './launch.js';
import { type RoomServer, serveRoom } from './room-server.js';

let browser: Browser;
let server: RoomServer;
let fake: FakeApp;
/** What the pages complained about: errors of scripts, and of the content security policy. */
let complaints: string[];

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  complaints = [];
  fake = createFakeApp();
  server = await serveRoom(fake.app);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.close();
});

async function guest(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A server that is down is a network error by intent; the browser reports it whatever the page does.
    if (message.type() === 'error' && !/ERR_|Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(server.url);
  await page.locator('body[data-live="true"]').waitFor();
  return page;
}

const log = (page: Page) => page.getByRole('log');
const box = (page: Page) => page.getByLabel('Message', { exact: true });

async function say(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

describe('the box', () => {
  it('suggests commands, and a command’s choices, by the keyboard alone', async () => {
    const page = await guest();
    await box(page).pressSequentially('/pi');
    await page.getByRole('option', { name: /\/pick/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await box(page).getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'large' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await log(page).getByText('picked: l none').waitFor();
    expect(await box(page).inputValue()).toBe('');
  });

  it('keeps what was written while the room’s memory is away, and sends it when asked again', async () => {
    const page = await guest();
    await guest();
    server.log.away = true;
    await say(page, 'do not lose me');
    await log(page).locator('.fleeting').waitFor();
    expect(await box(page).inputValue()).toBe('do not lose me');
    server.log.away = false;
    await box(page).press('Enter');
    await log(page).getByText('do not lose me').waitFor();
    expect(await box(page).inputValue()).toBe('');
  });

  it('says what is missing and leaves the line to be mended', async () => {
    const page = await guest();
    await say(page, '/pick huge');
    await log(page)
      .getByText(/size is one of: small or large/)
      .waitFor();
    expect(await box(page).inputValue()).toBe('/pick huge');
  });
});

describe('plain words', () => {
  it('are for the bot where nobody else is here, and for everyone among others', async () => {
    const ana = await guest();
    await say(ana, 'what is a layer?');
    await log(ana).getByText('answered: what is a layer?').waitFor();
    expect(await log(ana).locator('.entry.mine').last().getAttribute('class')).toContain('private');
    const ben = await guest();
    expect(await log(ben).getByText('layer').count()).toBe(0);
    await say(ana, 'good to see you');
    await log(ben).getByText('good to see you').waitFor();
    expect(await log(ana).getByText('answered: good').count()).toBe(0);
    await say(ana, '@Repaso layers');
    await log(ben).getByText('answered: layers').waitFor();
  });

  it('may begin with the bot’s name, which is suggested', async () => {
    const page = await guest();
    await box(page).pressSequentially('@r');
    await page.getByRole('option', { name: /@Repaso/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box(page).inputValue()).toBe('@Repaso ');
  });
});

describe('a word of the server that is not in the room’s log', () => {
  /** What the stream brings reaches the page late: what was asked is there before its own line. */
  async function guestOfSlowStream(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB' });
    await context.addInitScript(() => {
      const { addEventListener } = EventSource.prototype;
      EventSource.prototype.addEventListener = function late(this: EventSource, type: string, listener: unknown) {
        const hear = (event: Event): void => {
          if (typeof listener === 'function') setTimeout(() => listener(event), type === 'entry' ? 400 : 0);
        };
        addEventListener.call(this, type, hear);
      };
    });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.locator('body[data-live="true"]').waitFor();
    return page;
  }

  it('stays when the line that it answers arrives after it, and stands below it', async () => {
    const page = await guestOfSlowStream();
    await say(page, '/fail');
    await log(page).locator('.fleeting').waitFor();
    await log(page).getByText('/fail').waitFor();
    expect(await log(page).locator('.fleeting').textContent()).toContain('It broke');
    expect(await log(page).locator('.entry').last().getAttribute('class')).toContain('fleeting');
  });

  it('gives way to what is said next', async () => {
    const page = await guestOfSlowStream();
    await say(page, '/fail');
    await log(page).locator('.fleeting').waitFor();
    await say(page, '/whisper now');
    await log(page).getByText('whispered: now').waitFor();
    await expect.poll(() => log(page).locator('.fleeting').count()).toBe(0);
  });
});

describe('the history', () => {
  it('misses nothing that was said or changed while the connection was gone', async () => {
    const ana = await guest();
    await say(ana, '/board');
    await log(ana).getByText('side 1').waitFor();
    await server.down();
    const [board] = await server.log
      .since('lobby', 'nobody', 0, 10)
      .then((all) => all.filter((entry) => entry.onlyFor === null && entry.author.kind === 'bot'));
    await server.log.replace('lobby', board!.id, 'nobody', { kind: 'line', text: 'changed meanwhile' });
    await server.log.append(
      'lobby',
      { author: { kind: 'bot' }, onlyFor: null, content: { kind: 'line', text: 'said meanwhile' }, at: 0 },
      'k1',
    );
    await ana.getByText('Reconnecting').waitFor();
    await server.up();
    await log(ana).getByText('changed meanwhile').waitFor();
    await log(ana).getByText('said meanwhile').waitFor();
    expect(await log(ana).getByText('side 1').count()).toBe(0);
    await expect.poll(() => ana.getByText('Reconnecting').isVisible()).toBe(false);
  });

  it('comes back after a cut without a word lost or doubled', async () => {
    const [ana, ben] = [await guest(), await guest()];
    for (let number = 1; number <= 6; number += 1) {
      await say(ben, `line ${number}`);
      await log(ben).getByText(`line ${number}`).waitFor();
      if (number % 2 === 0) server.cut();
    }
    await log(ana).getByText('line 6').waitFor();
    const lines = await log(ana).locator('.line').allTextContents();
    expect(lines.filter((line) => line.startsWith('line'))).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `line ${number}`),
    );
  });

  it('pages upward to its beginning', async () => {
    for (let number = 1; number <= 95; number += 1) {
      const entry = {
        author: { kind: 'bot' },
        onlyFor: null,
        content: { kind: 'line', text: `old ${number}.` },
        at: 0,
      } as const;
      await server.log.append('lobby', entry, `old-${number}`);
    }
    const page = await guest();
    expect(await log(page).getByText('old 20.').count()).toBe(0);
    await page.getByRole('button', { name: 'Earlier' }).click();
    await log(page).getByText('old 20.').waitFor();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await log(page).getByText('old 1.').waitFor();
    await page.getByText('This is where the conversation begins.').waitFor();
    const shown = await log(page).locator('.entry').count();
    expect(shown).toBeGreaterThanOrEqual(95);
  });

  it('shows hostile text as the text that it is', async () => {
    const page = await guest();
    const hostile =
      '<img src=x onerror="document.title=1"><script>document.title=2</script> [x](javascript:alert(1)) @everyone';
    await say(page, hostile);
    await log(page).getByText(hostile, { exact: true }).first().waitFor();
    await say(page, `/whisper ${hostile}`);
    await log(page)
      .getByText(/whispered: <img src=x/)
      .waitFor();
    expect(await page.title()).toContain('Repaso');
    expect(await log(page).locator('img, script, a[href^="javascript"]').count()).toBe(0);
  });
});

describe('pages of one person', () => {
  it('show only of their own questions that they are worked on', async () => {
    const page = await guest();
    const second = await page.context().newPage();
    await second.goto(server.url);
    await second.locator('body[data-live="true"]').waitFor();
    const letGo = fake.hold();
    await say(page, '/slow');
    await page.getByText('Working').waitFor();
    await log(second).getByText('/slow').waitFor();
    expect(await second.getByText('Working').isVisible()).toBe(false);
    letGo();
    await log(second).getByText('slowly done').waitFor();
    await expect.poll(() => page.getByText('Working').isVisible()).toBe(false);
  });

  it('come alive by themselves when one of too many is closed', async () => {
    const page = await guest();
    const open = async (): Promise<Page> => {
      const next = await page.context().newPage();
      await next.goto(server.url);
      return next;
    };
    const others = [await open(), await open(), await open()];
    for (const other of others) await other.locator('body[data-live="true"]').waitFor();
    const last = await open();
    await last.getByText('open in many tabs').waitFor();
    await page.close();
    await last.locator('body[data-live="true"]').waitFor();
    expect(await last.getByText('open in many tabs').isVisible()).toBe(false);
  });
});

describe('a card', () => {
  it('acts once however often it is pressed, and keeps the focus where the work is', async () => {
    const page = await guest();
    await say(page, '/card');
    const turn = log(page).getByRole('button', { name: 'Turn' });
    await turn.waitFor();
    await turn.dblclick();
    await log(page).getByText('side 2').waitFor();
    expect(fake.calls.filter((call) => call.startsWith('turn'))).toHaveLength(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Turn');
    await page.keyboard.press('Enter');
    await log(page).getByText('side 3').waitFor();
  });

  it('tells one person, shows everybody, asks by a form, and takes a choice', async () => {
    const [ana, ben] = [await guest(), await guest()];
    await say(ana, '/card');
    await log(ana).getByRole('button', { name: 'Tell me' }).click();
    await log(ana).getByText('told to one').waitFor();
    await log(ana).getByRole('button', { name: 'Share' }).click();
    await log(ben).getByText('shared with all').waitFor();
    expect(await log(ben).getByText('told to one').count()).toBe(0);
    await log(ana).getByRole('button', { name: 'Ask' }).click();
    await ana.getByLabel(/City/).fill('Lima');
    await ana.keyboard.press('Enter');
    await expect.poll(() => ana.getByLabel(/City/).count()).toBe(0);
    const colour = log(ana).getByRole('combobox', { name: 'Colour', exact: true });
    expect(await colour.locator('option:checked').textContent()).toBe('Colour');
    await colour.selectOption('b');
    await log(ana).getByText('colour b').waitFor();
  });

  it('that breaks says so with an id, and can be pressed again', async () => {
    const page = await guest();
    await say(page, '/card');
    await log(page).getByRole('button', { name: 'Break' }).click();
    await log(page).locator('.fleeting').waitFor();
    await log(page).getByRole('button', { name: 'Turn' }).click();
    await log(page).getByText('side 2').waitFor();
  });
});

describe('a file', () => {
  const field = (page: Page) => page.getByLabel('Notes', { exact: true });
  async function openUpload(page: Page): Promise<void> {
    await say(page, '/upload');
    await field(page).waitFor();
    expect(await box(page).inputValue()).toBe('');
  }
  const chosen = (name: string, size: number) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'n') });
  const nameIn = (page: Page) =>
    field(page).evaluate((input) => (input instanceof HTMLInputElement ? input.files?.[0]?.name : undefined));

  it('goes with its form, byte by byte', async () => {
    const page = await guest();
    await openUpload(page);
    const buffer = Buffer.from(Array.from({ length: 90_000 }, (_, n) => (n * 31) % 256));
    await field(page).setInputFiles({ name: 'Día 1.md', mimeType: 'text/markdown', buffer });
    await page.getByLabel(/Deck/).fill('Docker');
    await page.keyboard.press('Enter');
    await log(page).getByText('got u1: Día 1.md of 90000 bytes for Docker').waitFor();
    expect(Buffer.from(fake.received[0]?.content ?? []).equals(buffer)).toBe(true);
    await expect.poll(() => field(page).count()).toBe(0);
  });

  it('may be left out', async () => {
    const page = await guest();
    await openUpload(page);
    await page.getByLabel(/Deck/).fill('Layers');
    await page.getByRole('button', { name: 'Send it' }).click();
    await log(page).getByText('got u1: no file for Layers').waitFor();
  });

  it.each([
    ['is too large', chosen('a.md', 100_001), 'A file may have 97.7 kB at most.'],
    ['is of another kind', chosen('a.exe', 3), 'only .md or .txt'],
  ])('that %s is refused in words before it is sent, and another one is taken', async (_, file, words) => {
    const page = await guest();
    await openUpload(page);
    await field(page).setInputFiles(file);
    await page.getByRole('alert').getByText(words).waitFor();
    await page.getByRole('button', { name: 'Send it' }).click();
    await field(page).setInputFiles(chosen('b.md', 3));
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Send it' }).click();
    await log(page).getByText('got u1: b.md of 3 bytes').waitFor();
    expect(fake.received.map(({ name }) => name)).toEqual(['b.md']);
  });

  it('on its way is told of, is sent once however often it is asked for, and is sent again after a bad line', async () => {
    const page = await guest();
    await openUpload(page);
    await field(page).setInputFiles(chosen('a.md', 3));
    const sent: (() => Promise<void>)[] = [];
    let tries = 0;
    await page.route('**/api/submit', (route) => {
      tries += 1;
      if (tries === 1) return route.abort('connectionreset');
      sent.push(() => route.continue());
      return undefined;
    });
    await page.getByRole('button', { name: 'Send it' }).dblclick();
    await page.getByText('Uploading').waitFor();
    await expect.poll(() => sent.length).toBe(1);
    await sent[0]?.();
    await log(page).getByText('got u1: a.md of 3 bytes').waitFor();
    await expect.poll(() => page.getByText('Uploading').isVisible()).toBe(false);
    expect([tries, fake.received.length]).toEqual([2, 1]);
  });

  it('of the greatest size goes through', async () => {
    const page = await guest();
    await openUpload(page);
    const most = 10 * 1024 * 1024;
    // The form asks for less; what the room itself bears is tried here.
    await server.close();
    server = await serveRoom(largeForm(fake.app), Number(new URL(server.url).port));
    await page.goto(server.url);
    await page.locator('body[data-live="true"]').waitFor();
    await openUpload(page);
    await field(page).setInputFiles(chosen('a.md', most));
    await page.getByRole('button', { name: 'Send it' }).click();
    await log(page).getByText(`got u1: a.md of ${most} bytes`).waitFor();
  });

  it.each([
    ['on the field', '.field input[type="file"]', 'a.md'],
    ['anywhere on the form', 'form[data-submit] h2', 'a.md'],
    ['beside the form, which changes nothing', '#message', undefined],
  ])('can be dropped %s', async (_, place, name) => {
    const page = await guest();
    await openUpload(page);
    const drop = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['# a'], 'a.md'));
      return transfer;
    });
    await page.locator(place).first().dispatchEvent('dragover', { dataTransfer: drop });
    await page.locator(place).first().dispatchEvent('drop', { dataTransfer: drop });
    expect(await nameIn(page)).toBe(name);
    expect(page.url()).toBe(server.url);
  });
});

/** The same app, whose form takes all that the room does. */
function largeForm(app: ChatApp): ChatApp {
  return {
    ...app,
    route(event) {
      const route = app.route(event);
      if (route?.answer !== 'form') return route;
      const open = async (place: Place): Promise<Form> => {
        const form = await route.open(place);
        const fields = form.fields.map((field) =>
          field.kind === 'file' ? { ...field, maxBytes: Number.MAX_SAFE_INTEGER } : field,
        );
        return { ...form, fields };
      };
      return { answer: 'form', open };
    },
  };
}

describe.each([
  ['light', 1180],
  ['dark', 360],
] as const)('in %s at %i pixels', (colorScheme, width) => {
  async function expectFaultless(page: Page): Promise<void> {
    // By the debugger's channel, as the policy of the page lets no foreign script in.
    await page.evaluate(axe);
    const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
    const { violations } = JSON.parse(JSON.stringify(found));
    expect(
      violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`),
    ).toEqual([]);
    const widths = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('#history')].map(({ scrollWidth }) => scrollWidth),
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  }

  it('has no accessibility fault that axe knows, and nothing runs over the edge', async () => {
    const page = await guest({ colorScheme, viewport: { width, height: 760 } });
    await say(page, '/card');
    await log(page).getByRole('button', { name: 'Ask' }).click();
    await page.getByLabel(/City/).waitFor();
    await box(page).pressSequentially('/');
    await page.getByRole('option', { name: '/board' }).waitFor();
    await expectFaultless(page);
  });

  it('has none either where a file does not fit', async () => {
    const page = await guest({ colorScheme, viewport: { width, height: 760 } });
    await say(page, '/upload');
    const file = { name: `${'long'.repeat(30)}.exe`, mimeType: 'text/plain', buffer: Buffer.alloc(3) };
    await page.getByLabel('Notes', { exact: true }).setInputFiles(file);
    await page.getByRole('alert').waitFor();
    await expectFaultless(page);
  });
});

afterEach(() => {
  expect(complaints).toEqual([]);
});
