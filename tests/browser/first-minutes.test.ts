import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataFolder, type Program, startProgram } from '../support/program.js';
import { LOOKS, WORDS, type Words } from './first-minutes-words.js';
import { launchBrowser } from './launch.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Notes of somebody's own, with a line that gives no card. */
const OWN_NOTES = `# Redes

- **Router** => Aparato que une dos redes y elige el camino de cada paquete.
- **Switch** => Aparato que une los equipos de una misma red.
- **DNS** => Servicio que traduce nombres a direcciones.

Ver tema 3.
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What runs over the edge of the screen, by its place in the page; empty if nothing does. */
function overEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.slice(0, 40)}"`;
    const scrollers = [document.scrollingElement, document.querySelector('#history')];
    const sideways = scrollers.flatMap((one) => (one && one.scrollWidth > one.clientWidth + 1 ? [name(one)] : []));
    // The room scrolls, the page around it never.
    const tall =
      (document.scrollingElement?.scrollHeight ?? 0) > innerHeight + 1 ? ['the page is taller than the screen'] : [];
    const wide = [...document.querySelectorAll('.entry *, .form *')].filter((element) => {
      // A table or a code block scrolls inside of itself.
      if (element.closest('pre, table, .visually-hidden, svg') !== null) return false;
      const { right, left, width } = element.getBoundingClientRect();
      return width > 0 && (right > innerWidth + 1 || left < -1);
    });
    return [...sideways, ...tall, ...wide.map(name)];
  });
}

/** The rules that axe finds broken in the page as it is. */
async function faults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('typeof axe !== "undefined"'))) await page.evaluate(axe);
  const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** A person in front of the room, as the browser shows it. */
class Guest {
  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly words: Words,
  ) {}

  private get messages(): Locator {
    return this.page.locator('#log .entry, #log .form');
  }

  /** The latest word of the bot. */
  get latest(): Locator {
    return this.page.locator('#log .entry.bot').last();
  }

  async say(text: string): Promise<void> {
    const before = await this.page.locator('#log .entry.bot, #log .form').count();
    await this.page.getByLabel(this.words.message, { exact: true }).fill(text);
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Enter');
    await expect
      .poll(() => this.page.locator('#log .entry.bot, #log .form').count(), { timeout: 15_000 })
      .toBeGreaterThan(before);
    await this.settled();
  }

  /** Presses the latest button of that name, and waits until its message rests again. */
  async press(name: RegExp): Promise<void> {
    await this.page.locator('#log').getByRole('button', { name }).last().click();
    await this.settled();
  }

  async choose(label: RegExp, option: RegExp): Promise<void> {
    const select = this.page.locator('#log').getByLabel(label).last();
    const options = await select.locator('option').allTextContents();
    await select.selectOption({ label: options.find((one) => option.test(one)) ?? 'no such option' });
    await this.settled();
  }

  async settled(): Promise<void> {
    await expect.poll(() => this.page.locator('#log [aria-busy]').count(), { timeout: 15_000 }).toBe(0);
    await this.page.locator('#working').waitFor({ state: 'hidden' });
  }

  async reads(text: RegExp): Promise<void> {
    await this.page.locator('#log').getByText(text).last().waitFor();
  }

  /** Every view offers a next step, fits the screen, and axe finds nothing, in both themes. */
  async looksRight(): Promise<void> {
    const offered = this.latest.locator('button, select, a[href]').or(this.page.locator('#log .form button'));
    expect(await offered.count(), `no next step: ${await this.latest.textContent()}`).toBeGreaterThan(0);
    expect(await overEdge(this.page)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      expect(await faults(this.page)).toEqual([]);
    }
    expect(await this.messages.count()).toBeGreaterThan(0);
  }
}

describe.each(LOOKS)('the first ten minutes, $locale at $width px', ({ locale, width, height }) => {
  const words = WORDS[locale];
  let dataDir: string;
  let program: Program;
  let ana: Guest;

  async function guest(): Promise<Guest> {
    const context = await browser.newContext({ locale, timezoneId: 'Europe/Madrid', viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(program.url);
    return new Guest(context, page, words);
  }

  beforeAll(async () => {
    dataDir = await newDataFolder();
    program = await startProgram({ REPASO_DATA: dataDir });
    ana = await guest();
  });
  afterAll(async () => {
    await ana.context.close();
    await program.kill();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('greets with something to try', async () => {
    await ana.reads(words.hello);
    await ana.looksRight();
  });

  it('answers what is asked in plain words, in both languages', async () => {
    for (const question of ['¿Qué es un layer?', 'what is a dockerfile?', words.askWhy]) {
      await ana.say(question);
      await ana.reads(/docker\.md/);
      await ana.looksRight();
    }
  });

  it('greets back, and helps whoever asks for help without a slash', async () => {
    await ana.say(words.greeting);
    await ana.looksRight();
    await ana.say(words.help);
    await ana.reads(words.helpTitle);
    await ana.looksRight();
    await ana.press(words.care);
    await ana.looksRight();
  });

  it('says that there is no such command, and which there is', async () => {
    await ana.say('/rev');
    await ana.reads(words.noSuchCommand);
    await ana.page.waitForTimeout(800);
    await ana.reads(words.noSuchCommand);
    await ana.looksRight();
  });

  it('has a next step also where the notes know nothing', async () => {
    await ana.say('/explain zzyzx');
    await ana.looksRight();
    await ana.press(words.notify);
    await ana.reads(words.notified);
  });

  it('reviews a whole session', async () => {
    await ana.say('/review');
    await ana.looksRight();
    await ana.press(words.hint);
    await ana.looksRight();
    for (let card = 0; card < 20; card += 1) {
      await ana.press(words.show);
      if (card === 0) {
        await ana.reads(words.first);
        await ana.looksRight();
      }
      await ana.press(words.easy);
      if ((await ana.latest.getByText(words.done).count()) > 0) break;
    }
    await ana.reads(words.doneNew);
    await ana.looksRight();
  });

  it('never refuses who wants to learn more', async () => {
    await ana.press(words.fiveMore);
    await ana.reads(words.oneOfFive);
    await ana.looksRight();
    await ana.press(words.stop);
    await ana.looksRight();
    await ana.say('/review docker');
    await ana.reads(/Docker · \d+ (of|de) \d+/);
    await ana.say('/today');
    await ana.looksRight();
    await ana.say('/deck');
    await ana.looksRight();
  });

  it('changes settings: how much a day, and the time zone as people say it', async () => {
    await ana.say('/settings');
    await ana.looksRight();
    await ana.choose(words.newADay, /20/);
    await ana.looksRight();
    await ana.press(words.changeZone);
    await ana.looksRight();
    await ana.page.locator('#log .form input').last().fill(words.country);
    await ana.page.keyboard.press('Enter');
    await ana.settled();
    // Two clocks: nothing is saved before one is chosen.
    await ana.looksRight();
    await ana.choose(words.zone, /Madrid/);
    await ana.reads(words.madrid);
    await ana.looksRight();
  });

  it('turns the daily message on as people say it, and says when the first one comes', async () => {
    await ana.say(words.dailyOn);
    await ana.reads(words.firstDaily);
    await ana.looksRight();
  });

  it('makes cards of one’s own notes, shows the lines without one, reviews them, and takes it back', async () => {
    await ana.say('/import');
    await ana.looksRight();
    await ana.page.locator('#log .form textarea').last().fill(OWN_NOTES);
    await ana.page.locator('#log .form input[name="name"]').last().fill('Redes');
    await ana.page.locator('#log .form button[type="submit"]').last().click();
    await ana.settled();
    await ana.reads(words.threeNew);
    await ana.looksRight();
    await ana.press(words.withoutCard);
    await ana.reads(/Ver tema 3/);
    await ana.looksRight();
    await ana.press(words.back);
    await ana.press(words.apply);
    await ana.looksRight();
    await ana.press(words.start);
    await ana.reads(/Redes · 1 (of|de) 3/);
    await ana.looksRight();
    await ana.say('/deck');
    await ana.press(words.changes);
    await ana.looksRight();
    await ana.press(words.undo);
    await ana.looksRight();
    await ana.press(words.takeBack);
    await ana.looksRight();
    await ana.press(words.putBack);
    await ana.looksRight();
  });

  it('shows the lists with a button on each row', async () => {
    for (const command of ['/cards imagen', '/gaps', '/alias', '/leaderboard']) {
      await ana.say(command);
      await ana.looksRight();
    }
  });

  it('keeps a second person’s words apart, and answers among others when it is spoken to', async () => {
    const luis = await guest();
    await luis.reads(words.hello);
    await luis.looksRight();
    expect(await luis.page.locator('#log').getByText(words.doneNew).count()).toBe(0);
    await luis.say('@Repaso what is istio?');
    await ana.reads(/intercepta al trafico/);
    await ana.looksRight();
    await luis.context.close();
  });

  it('is where it was after a restart', async () => {
    await program.kill();
    program = await startProgram({ REPASO_DATA: dataDir, PORT: new URL(program.url).port });
    await ana.page.reload();
    await ana.say('/review redes');
    await ana.reads(/Redes · 1 (of|de) 3/);
    await ana.looksRight();
  });
});
