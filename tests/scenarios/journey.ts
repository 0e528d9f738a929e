import { describe, expect, it, vi } from 'vitest';
import type { ChatActor, SeenMessage } from '../contracts/chat-adapter.js';
import { eventually } from '../support/seen.js';

/** Two people of one place, in front of the real bot with the Docker notes; neither has been there before. */
export type Journey = {
  /** Her language is Spanish, and she manages the place. */
  readonly ana: ChatActor;
  /** His is English. */
  readonly ben: ChatActor;
};

/** What a platform lacks, each with the reason why. */
export type JourneyDifferences = {
  /** The platform tells everybody's time zone, so that the bot need not ask. */
  readonly knowsTimeZone?: string;
  /** The platform delivers nothing twice under one id. */
  readonly doubled?: string;
  /** Nobody can be made to manage the place there. */
  readonly managed?: string;
};

function labelLike(message: SeenMessage, label: RegExp): string {
  const found = message.buttons.find((candidate) => label.test(candidate));
  if (found === undefined) throw new Error(`no button like ${label} among ${message.buttons.join(', ')}`);
  return found;
}

export async function press(actor: ChatActor, message: SeenMessage, label: RegExp, key?: string): Promise<void> {
  await actor.press(message, labelLike(message, label), key);
}

/** Shows the card that stands at this place of its session, and answers that it was known. */
async function answer(actor: ChatActor, place: RegExp): Promise<void> {
  await press(actor, await eventually(actor, place), /^(Show|Mostrar)$/);
  const shown = await vi.waitFor(
    async () => {
      const back = await eventually(actor, place);
      expect(back.buttons.some((label) => /^(Good|Bien)/.test(label))).toBe(true);
      return back;
    },
    { timeout: 10_000 },
  );
  await press(actor, shown, /^(Good|Bien)/);
}

/**
 * The first day of two people with the tutor, the same on every platform. Each test goes on where the one before it
 * ended.
 *
 * @param journey the people, once the bot is there
 * @param look keeps what a step looks like, under a name
 */
export function describeJourney(
  platform: string,
  journey: () => Journey,
  look: (name: string) => Promise<void>,
  differences: JourneyDifferences = {},
): void {
  const itUnless = (reason: string | undefined) => (title: string, test: () => Promise<void>) =>
    reason === undefined ? it(title, test) : it.skip(`${title} (${reason})`, test);

  describe(`the journey on ${platform}`, () => {
    it('explains a concept with the notes’ own words, and where they stand', async () => {
      const { ana } = journey();
      await ana.run('explain', { concept: 'layers' });
      const answer = await eventually(ana, 'Cada imagen tiene uno o mas layers');
      expect(answer.text).toMatch(/docker\.md, línea \d+/);
      await look('explain');
    });

    it('shows it to everybody only when it is shared', async () => {
      const { ana, ben } = journey();
      const answer = await eventually(ana, 'Cada imagen tiene uno o mas layers');
      expect((await ben.sees()).filter(({ text }) => text.includes('Cada imagen'))).toEqual([]);
      await press(ana, answer, /^Compartir con todos$/);
      await eventually(ben, 'ha compartido esto de los apuntes');
    });

    it('adds it to the reviews, in place', async () => {
      const { ana } = journey();
      const answer = (await ana.sees()).find(({ buttons }) => buttons.includes('Añadir a mis repasos'));
      if (answer === undefined) throw new Error('nothing to add');
      await press(ana, answer, /^Añadir a mis repasos$/);
      const added = await eventually(ana, 'en tu próximo repaso');
      expect(added.id).toBe(answer.id);
    });

    it('is honest about what the notes do not know, and offers what they do', async () => {
      const { ben } = journey();
      await ben.run('explain', { concept: 'xylophone' });
      const missed = await eventually(ben, 'I could not find “xylophone” in the notes.');
      expect(missed.selects).toEqual([expect.stringMatching(/^Topics in the notes \(\d+\)$/)]);
      await look('miss');
      await ben.choose(missed, missed.selects[0] ?? '', 'Imagenes de Docker');
      await eventually(ben, /Imagenes de Docker[\s\S]*docker\.md, line/);
    });

    it('asks a card, shows its answer, says when each grade brings it back, and goes on', async () => {
      const { ana } = journey();
      await ana.run('review', {});
      const front = await eventually(ana, /· 1 de \d+/);
      await look('question');
      await press(ana, front, /^Mostrar$/);
      const back = await vi.waitFor(async () => {
        const shown = await eventually(ana, /· 1 de \d+/);
        expect(shown.buttons).toContain('Bien · 1 d');
        return shown;
      });
      expect(back.id).toBe(front.id);
      await look('answer');
      await press(ana, back, /^Bien · 1 d$/);
      const next = await eventually(ana, /· 2 de \d+/);
      expect(next.id).toBe(front.id);
    });

    itUnless(differences.doubled)('counts a grade that is pressed twice once', async () => {
      const { ana } = journey();
      await press(ana, await eventually(ana, /· 2 de \d+/), /^Mostrar$/);
      const back = await vi.waitFor(async () => {
        const shown = await eventually(ana, /· 2 de \d+/);
        expect(shown.buttons).toContain('Fácil · 1 d');
        return shown;
      });
      await Promise.all([press(ana, back, /^Fácil/, 'grade-0001'), press(ana, back, /^Fácil/, 'grade-0001')]);
      await eventually(ana, /· 3 de \d+/);
    });

    it('stops when asked, and goes on at the same card', async () => {
      const { ana } = journey();
      await press(ana, await eventually(ana, /· [23] de \d+/), /^Parar por ahora$/);
      const paused = await eventually(ana, 'En pausa');
      await press(ana, paused, /^Seguir$/);
      await eventually(ana, /· [23] de \d+/);
    });

    it('shows the week’s board to everybody', async () => {
      const { ana, ben } = journey();
      await ana.run('leaderboard', {});
      const board = await eventually(ben, /Semana \d+/);
      expect(board.text).toMatch(/1\. Ana/);
      await look('leaderboard');
    });

    it('knows the day: what waits, and the streak', async () => {
      const { ana } = journey();
      await ana.run('today', {});
      const today = await eventually(ana, 'Racha');
      expect(today.text).toMatch(/Racha:?\s*un día/);
      await look('today');
    });

    it('helps, with every command', async () => {
      const { ben } = journey();
      await ben.run('help', {});
      const help = await eventually(ben, 'What I can do');
      for (const command of ['explain <concept>', 'review [deck]', 'settings']) expect(help.text).toContain(command);
      await look('help');
    });

    it('turns the daily message on, and off', async () => {
      const { ben } = journey();
      await ben.run('daily', { switch: 'on', hour: '8' });
      const on = await eventually(ben, 'On, every day at 08:00');
      await look('daily');
      await press(ben, on, /^Turn off$/);
      await eventually(ben, 'Off. I will not write to you on my own.');
    });

    itUnless(differences.knowsTimeZone)('asks once for the time zone when it matters', async () => {
      const { ben } = journey();
      await ben.run('daily', { switch: 'on', hour: '8' });
      const asked = await eventually(ben, 'I do not know your time zone');
      await press(ben, asked, /^Yes, it is$/);
      await eventually(ben, 'Saved.');
      await ben.run('daily', { switch: 'on', hour: '9' });
      const on = await eventually(ben, 'On, every day at 09:00');
      expect(on.text).not.toContain('I do not know your time zone');
    });

    it('takes a time zone by a form', async () => {
      const { ana } = journey();
      await ana.run('settings', {});
      const settings = await eventually(ana, 'Tus ajustes');
      await look('settings');
      await press(ana, settings, /^Cambiar la zona horaria$/);
      await vi.waitFor(async () => expect(await ana.openForm()).not.toBeNull(), { timeout: 10_000 });
      await ana.submit({ zone: 'lisboa' });
      await eventually(ana, 'Lisboa, Portugal');
    });

    it('changes its language for the person alone', async () => {
      const { ana } = journey();
      const settings = await eventually(ana, 'Lisboa, Portugal');
      await ana.choose(settings, 'Idioma', 'English');
      await eventually(ana, /Your settings[\s\S]*Lisbon, Portugal/);
    });

    it('gives more cards when today’s are done, to whoever wants to learn', async () => {
      const { ben } = journey();
      await ben.run('settings', {});
      await ben.choose(await eventually(ben, 'Your settings'), 'New cards a day', '5 new cards a day');
      await eventually(ben, /Your settings[\s\S]*Saved\./);
      await ben.run('review', {});
      for (let card = 1; card <= 5; card += 1) await answer(ben, new RegExp(`\\b${card} of 5\\b`));
      const done = await eventually(ben, 'Today’s 5 new cards are done');
      expect(done.text).toContain('Tomorrow brings 5 due and 5 new cards.');
      await look('summary');
      await press(ben, done, /^5 more$/);
      await eventually(ben, /\b1 of 5\b/);
      await ben.run('today', {});
      await eventually(ben, /Waiting for you:?\s*the cards you asked for/);
      await look('more');
    });

    itUnless(differences.managed)('makes a card of what somebody writes, for everybody', async () => {
      const { ana, ben } = journey();
      await ana.run('card', {});
      await vi.waitFor(async () => expect(await ana.openForm()).toHaveLength(2), { timeout: 10_000 });
      await ana.submit({ front: 'What does `docker ps` list?', back: 'The containers that **run**.' });
      await eventually(ana, 'Saved in “');
      await ben.run('explain', { concept: 'What does docker ps list?' });
      await eventually(ben, 'The containers that run.');
    });

    itUnless(differences.managed)(
      'shows a preview of notes, and applies them when the one who may says so',
      async () => {
        const { ana, ben } = journey();
        const notes = '# Networks\n\n- **Subnet**: a part of a network with a prefix of its own.';
        await ana.run('import', {});
        await vi.waitFor(async () => expect(await ana.openForm()).toHaveLength(3), { timeout: 10_000 });
        await ana.submit({ text: notes, name: 'networks' });
        const looked = await eventually(ana, 'Preview: Networks');
        expect(looked.text).toContain('1 new');
        await look('import');
        await press(ana, looked, /^Apply$/);
        await eventually(ana, 'Done: ');
        await ben.run('explain', { concept: 'subnet' });
        await eventually(ben, 'a part of a network with a prefix of its own');
      },
    );

    itUnless(differences.managed)(
      'asks before a change of everybody’s deck is taken back, and puts it back',
      async () => {
        const { ana, ben } = journey();
        await ana.run('deck', {});
        const decks = await eventually(ana, /Decks[\s\S]*Networks[\s\S]*in all/);
        expect(decks.buttons).toContain('Changes');
        await look('deck');
        await press(ana, decks, /^Changes$/);
        const changes = await eventually(ana, /Last changes[\s\S]*Networks[\s\S]*1 new/);
        expect(changes.id).toBe(decks.id);
        await look('changes');
        await press(ana, changes, /^Undo$/);
        const sure = await eventually(ana, 'Take back version 1 of Networks (by Ana, today');
        expect([sure.id, ...sure.buttons]).toEqual([decks.id, 'Take it back', 'Cancel']);
        await look('undo');
        await press(ana, sure, /^Take it back$/);
        const undone = await eventually(ana, 'Version 1 of Networks is taken back. 1 card is paused.');
        await ben.run('explain', { concept: 'prefix of subnets' });
        await eventually(ben, 'I could not find “prefix of subnets”');
        await press(ana, undone, /^Put back$/);
        const back = await eventually(ana, 'Version 1 of Networks is back. 1 card comes back.');
        expect(back.id).toBe(decks.id);
      },
    );

    itUnless(differences.managed)('changes a card on its row, where one stays in the list', async () => {
      const { ana, ben } = journey();
      await ana.run('cards', { words: 'imagen' });
      const list = await eventually(ana, /\d+ cards with “imagen”[\s\S]*1–5 of \d+/);
      await press(ana, list, /^Next$/);
      const second = await eventually(ana, /6–10 of \d+/);
      expect([second.id, second.buttons.filter((label) => label === 'Pause').length]).toEqual([list.id, 5]);
      await look('cards');
      await press(ana, second, /^Edit$/);
      await vi.waitFor(async () => expect(await ana.openForm()).toHaveLength(2), { timeout: 10_000 });
      await ana.submit({ front: 'Which picture?', back: 'The **third** imagen.' });
      const changed = await eventually(ana, /Changed: “Which picture\?”[\s\S]*6–10 of \d+/);
      expect(changed.id).toBe(list.id);
      await look('card-changed');
      await press(ana, changed, /^Put back$/);
      const restored = await eventually(ana, /Put back: “[\s\S]*6–10 of \d+/);
      await press(ana, restored, /^Pause$/);
      await press(ana, await eventually(ana, 'Nobody is asked it until somebody resumes it. Everybody'), /^Pause it$/);
      await press(ana, await eventually(ana, 'Paused: “'), /^Resume it$/);
      await eventually(ana, 'Resumed: “');
      await ben.run('cards', { words: 'imagen' });
      const seen = await eventually(ben, /\d+ cards with “imagen”/);
      expect(seen.buttons.filter((label) => /Edit|Pause/.test(label)).length).toBe(
        seen.buttons.includes('Edit') ? 10 : 0,
      );
    });

    itUnless(differences.managed)('keeps a card that is not sure aside, until somebody says yes', async () => {
      const { ana, ben } = journey();
      // Nobody is so quick: the room lets a person act thirty times at once, then three times a second.
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      const unsure = '- **Ensures delivery**: each segment is sent again until it is confirmed.';
      await ana.run('import', {});
      await vi.waitFor(async () => expect(await ana.openForm()).toHaveLength(3), { timeout: 10_000 });
      await ana.submit({ text: `# Transport\n\n${unsure}\n`, name: 'transport' });
      const looked = await eventually(ana, /Preview: Transport[\s\S]*1 more to look at/);
      await look('import-unsure');
      await press(ana, looked, /^Apply$/);
      await press(ana, await eventually(ana, 'Done: Transport'), /^1 to look at$/);
      const waiting = await eventually(ana, /One card to look at[\s\S]*Ensures delivery[\s\S]*line 3/);
      expect(waiting.buttons.filter((label) => /^(Yes|Edit|No)$/.test(label))).toEqual(['Yes', 'Edit', 'No']);
      await look('pile');
      await ben.run('cards', { words: 'delivery' });
      await eventually(ben, 'No card says “delivery”');
      await press(ana, waiting, /^Yes$/);
      const taken = await eventually(ana, /In the deck: “[^”]*Ensures delivery/);
      expect(taken.id).toBe(waiting.id);
      await ben.run('cards', { words: 'delivery' });
      await eventually(ben, /One card with “delivery”/);
    });
  });
}
