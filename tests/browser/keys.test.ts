import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './launch.js';
import { createReviewApp, type ReviewApp } from './review-app.js';
import { type RoomServer, serveRoom } from './room-server.js';

let browser: Browser;
let server: RoomServer;
let reviews: ReviewApp;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  reviews = createReviewApp();
  server = await serveRoom(reviews.app);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.close();
});

async function guest(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('body[data-live="true"]').waitFor();
  return page;
}

const log = (page: Page) => page.getByRole('log');
const box = (page: Page) => page.getByLabel('Message', { exact: true });
const hint = (page: Page) => page.getByText('Keys: Enter shows, 1 to 4 grade, z undoes.');

/** Keys as a person hits them, wherever the focus is. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
}

async function say(page: Page, text: string): Promise<void> {
  await box(page).focus();
  await type(page, text);
  await page.keyboard.press('Enter');
}

function shows(page: Page, text: string): Promise<void> {
  return log(page).getByText(text, { exact: true }).last().waitFor();
}

function inFocus(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? ''));
}

describe('after a typed command', () => {
  it.each([
    ['/review', 'question 1'],
    ['/card', 'side 1'],
    ['/board', 'side 1'],
  ])('%s, the next words still go into the box', async (command, answered) => {
    const page = await guest();
    await say(page, command);
    await shows(page, answered);
    await type(page, 'a 1 b 2');
    expect(await inFocus(page)).toBe('message');
    expect(await box(page).inputValue()).toBe('a 1 b 2');
    expect(reviews.pressed).toEqual([]);
  });

  it('what was typed and entered before the answer came is sent as a line of its own', async () => {
    const page = await guest();
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/line', async (route) => {
      await held;
      await route.continue();
    });
    await say(page, '/review');
    await type(page, 'two');
    await page.keyboard.press('Enter');
    await type(page, ' more');
    answer();
    await shows(page, '/review');
    await shows(page, 'two more');
    await expect.poll(() => box(page).inputValue()).toBe('');
  });
});

describe('the keys of a review card', () => {
  it('show and grade from the empty box, which keeps the focus', async () => {
    const page = await guest();
    await say(page, '/review');
    await shows(page, 'question 1');
    await page.keyboard.press('Enter');
    await shows(page, 'answer 1');
    await page.keyboard.press('4');
    await shows(page, 'question 2');
    await page.keyboard.press('Space');
    await shows(page, 'answer 2');
    await page.keyboard.press('Enter');
    await shows(page, 'question 3');
    expect(reviews.pressed).toEqual(['show 1', 'grade 1 easy', 'show 2', 'grade 2 good']);
    expect(await inFocus(page)).toBe('message');
    expect(await box(page).inputValue()).toBe('');
  });

  it('are letters like all others while something is written', async () => {
    const page = await guest();
    await say(page, '/review');
    await shows(page, 'question 1');
    await page.keyboard.press('Enter');
    await shows(page, 'answer 1');
    await type(page, 'x 3');
    await page.keyboard.press('Shift+Enter');
    await type(page, '2');
    expect(await box(page).inputValue()).toBe('x 3\n2');
    await page.keyboard.press('Enter');
    await shows(page, 'x 3\n2');
    expect(reviews.pressed).toEqual(['show 1']);
  });

  it.each([
    ['a digit on a card without grades', '/review', '3', '3'],
    ['a digit past the grades', '/review', '5', '5'],
    ['a digit on a card of another kind', '/card', '1', '1'],
    ['a space on a card of another kind', '/card', ' ', ' '],
  ])('are not %s', async (_, command, key, written) => {
    const page = await guest();
    await say(page, command);
    await log(page).locator('.entry.private .controls').last().waitFor();
    await type(page, key);
    expect(await box(page).inputValue()).toBe(written);
    expect(reviews.pressed).toEqual([]);
  });

  it('do nothing while the card rests, and nothing again while held down', async () => {
    const page = await guest();
    await say(page, '/review');
    await shows(page, 'question 1');
    const letGo = reviews.hold();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.press('Space');
    letGo();
    await page.keyboard.down('Enter');
    await shows(page, 'answer 1');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.down('3');
    await shows(page, 'question 2');
    await page.keyboard.down('3');
    await page.keyboard.up('3');
    expect(reviews.pressed).toEqual(['show 1', 'grade 1 good']);
    expect(await box(page).inputValue()).toBe('');
  });

  it('are not the older card’s once a newer answer stands below it, and the hint goes', async () => {
    const page = await guest();
    expect(await hint(page).isVisible()).toBe(false);
    await say(page, '/review');
    await shows(page, 'question 1');
    expect(await hint(page).isVisible()).toBe(true);
    await type(page, 'x');
    expect(await hint(page).isVisible()).toBe(false);
    await page.keyboard.press('Backspace');
    await say(page, '/whisper hello');
    await shows(page, 'whispered: hello');
    expect(await hint(page).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await type(page, '2');
    expect(await box(page).inputValue()).toBe('2');
    expect(reviews.pressed).toEqual([]);
  });

  it('stay with the card whatever the others say meanwhile', async () => {
    const [ana, ben] = [await guest(), await guest()];
    await say(ana, '/review');
    await shows(ana, 'question 1');
    await say(ben, '/board');
    await shows(ana, 'side 1');
    await ana.keyboard.press('Enter');
    await shows(ana, 'answer 1');
  });
});

describe('with the focus on a button', () => {
  it('letters go into the box, and digits grade', async () => {
    const page = await guest();
    await say(page, '/review');
    await shows(page, 'question 1');
    await log(page).getByRole('button', { name: 'Show' }).focus();
    await page.keyboard.press('Enter');
    await shows(page, 'answer 1');
    await expect.poll(() => inFocus(page)).toBe('Bien · 6 d');
    await page.keyboard.press('2');
    await shows(page, 'question 2');
    expect(reviews.pressed).toEqual(['show 1', 'grade 1 hard']);
    await type(page, 'qué 1?');
    expect(await box(page).inputValue()).toBe('qué 1?');
    expect(reviews.pressed).toHaveLength(2);
  });

  it('a card that grows a button elsewhere takes nothing from who is writing', async () => {
    const page = await guest();
    await say(page, '/review');
    await shows(page, 'question 1');
    const letGo = reviews.hold();
    await log(page).getByRole('button', { name: 'Show' }).click();
    await type(page, 'so ');
    letGo();
    await shows(page, 'answer 1');
    await type(page, '4 it is');
    expect(await box(page).inputValue()).toBe('so 4 it is');
    expect(reviews.pressed).toEqual(['show 1']);
  });

  it('a new answer takes the focus from the button that asked for it, and never from who is writing', async () => {
    const page = await guest();
    await say(page, '/review');
    const later = log(page).getByRole('button', { name: 'Later' });
    await later.click();
    await expect.poll(() => inFocus(page)).toBe('Go on');
    const letGo = reviews.hold();
    await later.click();
    await type(page, 'so');
    letGo();
    await expect.poll(() => log(page).getByRole('button', { name: 'Go on' }).count()).toBe(2);
    expect(await inFocus(page)).toBe('message');
    await type(page, ' 4 it is');
    expect(await box(page).inputValue()).toBe('so 4 it is');
  });

  it('a slash asks for the commands, or is one in what is written', async () => {
    const page = await guest();
    await say(page, '/card');
    await shows(page, 'side 1');
    const turn = log(page).getByRole('button', { name: 'Turn' });
    await turn.focus();
    await type(page, '/');
    await page.getByRole('option', { name: '/board' }).waitFor();
    await page.keyboard.press('Escape');
    await box(page).fill('either');
    await turn.focus();
    await type(page, '/or');
    expect(await box(page).inputValue()).toBe('either/or');
  });

  it('a form keeps what is written in it when its message changes, and when Escape is pressed', async () => {
    const [ana, ben] = [await guest(), await guest()];
    await say(ana, '/board');
    await log(ana).getByRole('button', { name: 'Ask' }).click();
    await ana.getByLabel(/City/).fill('Lima');
    await log(ben).getByRole('button', { name: 'Turn' }).click();
    await shows(ana, 'side 2');
    await type(ana, ' Norte');
    expect(await ana.getByLabel(/City/).inputValue()).toBe('Lima Norte');
    await ana.keyboard.press('Escape');
    expect(await inFocus(ana)).toBe('message');
    expect(await ana.getByLabel(/City/).inputValue()).toBe('Lima Norte');
  });
});

describe('a slash alone', () => {
  it('is not sent to everyone: it shows the commands', async () => {
    const page = await guest();
    await box(page).fill('/');
    await page.getByRole('option', { name: '/board' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: '/board' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '/board' }).waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('option', { name: '/board' }).waitFor();
    expect(await inFocus(page)).toBe('message');
    await say(page, 'card');
    await shows(page, 'side 1');
    expect(await log(page).getByText('/', { exact: true }).count()).toBe(0);
  });
});

describe('Escape', () => {
  it('closes the suggestions from wherever they are read', async () => {
    const page = await guest();
    await box(page).fill('/');
    await page.getByRole('option', { name: '/board' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    expect(await inFocus(page)).toBe('suggestions');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await inFocus(page)).toBe('message');
  });

  it('closes the people of a small screen, and the focus is where they were opened', async () => {
    const page = await guest({ viewport: { width: 360, height: 640 } });
    const toggle = page.getByRole('button', { name: 'One person here' });
    await toggle.click();
    await page.getByLabel('Your name').focus();
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    expect(await inFocus(page)).toBe('people-toggle');
    await toggle.click();
    await box(page).focus();
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    expect(await inFocus(page)).toBe('message');
  });
});

describe('while the server cannot be reached', () => {
  it('says both that it reconnects and that a message is unsent, until the line is back', async () => {
    const page = await guest();
    await server.down();
    await page.getByText('Reconnecting').waitFor();
    await say(page, 'hello');
    const unsent = page.getByText('Your message is still in the box');
    await unsent.waitFor();
    expect(await page.getByText('Reconnecting').isVisible()).toBe(true);
    await server.up();
    await page.getByText('Reconnecting').waitFor({ state: 'hidden' });
    await unsent.waitFor({ state: 'hidden' });
    expect(await box(page).inputValue()).toBe('hello');
    await page.keyboard.press('Enter');
    await shows(page, 'hello');
    expect(await box(page).inputValue()).toBe('');
  });
});

describe('the grades', () => {
  it.each([
    [360, 2],
    [320, 2],
    [1180, 1],
  ])('at %i pixels stand in %i even rows', async (width, rows) => {
    const page = await guest({ viewport: { width, height: 760 } });
    await say(page, '/review');
    await shows(page, 'question 1');
    await page.keyboard.press('Enter');
    await shows(page, 'answer 1');
    const grades = log(page).locator('[data-key]');
    const boxes = await Promise.all((await grades.all()).map((each) => each.boundingBox()));
    const tops = boxes.map((each) => Math.round(each?.y ?? 0));
    expect(boxes).toHaveLength(4);
    expect(new Set(tops).size).toBe(rows);
    if (rows === 1) return;
    expect(tops.map((top) => tops.filter((other) => other === top).length)).toEqual([2, 2, 2, 2]);
    expect(new Set(boxes.map((each) => Math.round(each?.width ?? 0))).size).toBe(1);
  });
});
