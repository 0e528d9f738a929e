import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataFolder, type Program, startProgram } from '../support/program.js';
import { launchBrowser } from './launch.js';

let browser: Browser;
let dataDir: string;
let program: Program;

beforeAll(async () => {
  browser = await launchBrowser();
  dataDir = await newDataFolder();
  program = await startProgram({ REPASO_DATA: dataDir });
});
afterAll(async () => {
  await browser.close();
  await program.kill();
  await rm(dataDir, { recursive: true, force: true });
});

type Guest = { readonly context: BrowserContext; readonly page: Page };

/** A person with a browser of their own. */
async function guest(locale: string): Promise<Guest> {
  const context = await browser.newContext({ locale, timezoneId: 'Europe/Madrid' });
  const page = await context.newPage();
  await page.goto(program.url);
  return { context, page };
}

const log = (page: Page) => page.getByRole('log');
const box = (page: Page, name = 'Message') => page.getByLabel(name, { exact: true });

async function say(page: Page, text: string, name = 'Message'): Promise<void> {
  await box(page, name).fill(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

async function press(page: Page, label: RegExp): Promise<void> {
  await log(page).getByRole('button', { name: label }).last().click();
}

describe('the journey of the first hour', () => {
  let ana: Guest;

  it('greets in the browser’s language, and says that it is the local room', async () => {
    ana = await guest('en-GB');
    await log(ana.page)
      .getByText(/Hello, /)
      .first()
      .waitFor();
    await ana.page
      .getByText(/local room/i)
      .first()
      .waitFor();
    const luis = await guest('es-ES');
    await log(luis.page)
      .getByText(/Hola, /)
      .first()
      .waitFor();
    await box(luis.page, 'Mensaje').waitFor();
    await luis.context.close();
  });

  it('answers /explain layers with the notes’ own words and their source', async () => {
    await say(ana.page, '/explain layers');
    const answer = log(ana.page).getByText('Cada imagen tiene uno o mas layers').last();
    await answer.waitFor();
    await log(ana.page)
      .getByText(/docker\.md, line \d+/)
      .last()
      .waitFor();
    await press(ana.page, /Add to my reviews/);
    await log(ana.page)
      .getByText(/come first in your next review/)
      .waitFor();
  });

  it('offers topics where the notes do not know, in a select that says what it is for', async () => {
    await say(ana.page, '/explain xylophone');
    const topics = log(ana.page).getByRole('combobox', { name: /^Topics in the notes \(\d+\)$/ });
    const shown = () => topics.locator('option:checked').textContent();
    await topics.waitFor();
    expect(await shown()).toMatch(/^Topics in the notes/);
    await topics.selectOption('Dockerfile');
    await log(ana.page)
      .getByText(/Dockerfile · docker\.md, line/)
      .waitFor();
    expect(await shown()).toMatch(/^Topics in the notes/);
  });

  it('shows a private answer to nobody else, and what is shared to everybody, live', async () => {
    const luis = await guest('es-ES');
    expect(await log(luis.page).getByText('Cada imagen tiene uno o mas layers').count()).toBe(0);
    const about = log(ana.page).locator('.entry.bot', { hasText: 'Cada imagen tiene uno o mas layers' });
    await about.getByRole('button', { name: 'Share with everyone' }).last().click();
    await log(luis.page).getByText('Cada imagen tiene uno o mas layers').first().waitFor();
    await say(luis.page, 'Gracias, muy claro', 'Mensaje');
    await log(ana.page).getByText('Gracias, muy claro').waitFor();
    await luis.context.close();
  });

  it('reviews a card: shows it, says when each grade brings it back, and moves on', async () => {
    await say(ana.page, '/review');
    await log(ana.page)
      .getByText(/· 1 of \d+/)
      .last()
      .waitFor();
    await press(ana.page, /^Show/);
    await log(ana.page)
      .getByRole('button', { name: /Good · 1 d/ })
      .waitFor();
    await press(ana.page, /Good · 1 d/);
    await log(ana.page)
      .getByText(/· 2 of \d+/)
      .last()
      .waitFor();
  });

  it('goes on after the program was killed: same person, same card, old buttons alive', async () => {
    await program.kill();
    program = await startProgram({ REPASO_DATA: dataDir, PORT: new URL(program.url).port });
    await press(ana.page, /^Show/);
    await press(ana.page, /Good · 1 d/);
    await log(ana.page)
      .getByText(/· 3 of \d+/)
      .last()
      .waitFor();
    await ana.page.reload();
    await log(ana.page)
      .getByText(/· 3 of \d+/)
      .last()
      .waitFor();
  });

  it('lets two people review at once, each at their own card', async () => {
    const luis = await guest('es-ES');
    await say(luis.page, '/review', 'Mensaje');
    await log(luis.page)
      .getByText(/· 1 de \d+/)
      .last()
      .waitFor();
    await Promise.all([press(ana.page, /^Show/), press(luis.page, /^Mostrar/)]);
    await Promise.all([press(ana.page, /Good/), press(luis.page, /Bien/)]);
    await Promise.all([
      log(ana.page)
        .getByText(/· 4 of \d+/)
        .last()
        .waitFor(),
      log(luis.page)
        .getByText(/· 2 de \d+/)
        .last()
        .waitFor(),
    ]);
    await say(luis.page, '/leaderboard', 'Mensaje');
    await log(ana.page)
      .getByText(/^Semana \d+$/)
      .last()
      .waitFor();
    await luis.context.close();
  });

  it('reviews to the end, with the keyboard alone', async () => {
    const eva = await guest('en-GB');
    await say(eva.page, '/explain dockerfile');
    await log(eva.page).getByText('Se puede versionar').last().waitFor();
    await log(eva.page).getByRole('button', { name: 'Quiz me on this' }).last().focus();
    await eva.page.keyboard.press('Enter');
    await log(eva.page)
      .getByText(/· 1 of \d+/)
      .last()
      .waitFor();
    for (let card = 0; card < 20; card += 1) {
      const done = log(eva.page).getByText(/^Done$/);
      await log(eva.page).getByRole('button', { name: /^Show/ }).or(done).last().waitFor();
      if ((await done.count()) > 0) break;
      await eva.page.keyboard.press('Enter');
      await log(eva.page).getByRole('button', { name: /^Good/ }).last().waitFor();
      await eva.page.keyboard.press('3');
      await log(eva.page).getByRole('button', { name: /^Good/ }).last().waitFor({ state: 'detached' });
    }
    await log(eva.page)
      .getByText(/at the first try/)
      .last()
      .waitFor();
    await eva.context.close();
  });

  it('changes the time zone by a form', async () => {
    await say(ana.page, '/settings');
    await press(ana.page, /Change time zone/);
    const field = ana.page.getByLabel(/City, country or time zone/).last();
    await field.fill('tokyo');
    await ana.page.keyboard.press('Enter');
    await log(ana.page)
      .getByText(/Tokyo, Japan, where it is/)
      .last()
      .waitFor();
  });

  it('stops kindly', async () => {
    expect(await program.stop()).toBe(0);
    expect(program.output()).toContain('"event":"stopped"');
  });
});
