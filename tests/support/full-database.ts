import {
  cardId,
  deckId,
  draftId,
  learnerId,
  passageId,
  questionId,
  quizId,
  sessionId,
  workspaceId,
} from '../../src/core/ids.js';
import { instant, localDate } from '../../src/core/local-date.js';
import type { Database } from '../../src/store/database.js';
import * as tables from '../../src/store/schema.js';

export const WORKSPACE = workspaceId('slack:T1');
export const PERSON = learnerId('ana');

const AT = instant(Date.UTC(2026, 10, 23, 9, 30, 15, 123));
const ON = localDate('2026-11-23');
/** What a careless way of writing values down would change. */
export const HARD_TEXT = 'Ñandú 🦤 "quoted" \\ back\\slash\n\t{a,b} NULL \\N $1 \u2028 end';
/** Half of an emoji, which `json` may hold and `jsonb` refuses, with white space that means nothing. */
export const HALF_EMOJI = '{"cut":"\\ud83d",  "n": 1}';

/** One row and more in every table, with the values that are hard to carry from one engine to another. */
export async function fillEveryTable(database: Database, reviews = 3): Promise<void> {
  const ids = { workspaceId: WORKSPACE, learnerId: PERSON };
  const deck = { workspaceId: WORKSPACE, deckId: deckId('docker') };
  const card = cardId('card-1');
  const words = { front: HARD_TEXT, back: HARD_TEXT, context: ['a', HARD_TEXT, ''], tags: [], hint: null };
  const place = { passageId: passageId('p'), kind: 'basic', position: 0, sourceFile: 'd.md', sourceLine: 3 } as const;
  await database.transaction(async (db) => {
    await db.insert(tables.workspaces).values({ workspaceId: WORKSPACE, platform: 'slack', createdAt: AT });
    await db.insert(tables.decks).values({
      ...deck,
      name: HARD_TEXT,
      language: 'es',
      source: 'd.md',
      version: 2,
      contentHash: 'a'.repeat(64),
      updatedAt: AT,
    });
    for (const version of [1, 2]) {
      const text = HARD_TEXT.repeat(version === 1 ? 1 : 4_000);
      await db.insert(tables.notes).values({ ...deck, version, text, contentHash: 'a'.repeat(64), appliedAt: AT });
    }
    const { kind: _kind, ...passagePlace } = place;
    await db.insert(tables.passages).values({
      ...deck,
      ...passagePlace,
      kind: 'section',
      sectionId: passageId('p'),
      title: HARD_TEXT,
      headings: [HARD_TEXT, '"', '\\'],
      aliases: [],
      body: HARD_TEXT,
      language: 'es',
    });
    const notesWords = { kind: 'basic', front: 'half \ud83d', back: 'b' } as const;
    const edit = { editedBy: PERSON, editedAt: AT, notesWords };
    await db.insert(tables.cards).values({ ...deck, ...place, ...words, ...edit, cardId: card, paused: false });
    await db.insert(tables.cards).values({ ...deck, ...place, ...words, cardId: cardId('card-2'), paused: true });
    await db
      .insert(tables.doubtfulCards)
      .values({ ...deck, ...place, ...words, cardId: cardId('card-3'), reason: 'long', score: 0.1 + 0.2 });
    await db.insert(tables.deckChanges).values({
      ...deck,
      version: 2,
      kind: 'change',
      by: 'learner',
      byLearnerId: PERSON,
      appliedAt: AT,
      added: 1,
      changed: 0,
      removed: 0,
      contentHash: 'b',
      before: { text: 'cut \ud83d' },
    });
    const draft = { workspaceId: WORKSPACE, draftId: draftId('draft') };
    await db
      .insert(tables.drafts)
      .values({ ...draft, kind: 'import', payload: { a: [1, 'x'] }, choices: { b: 'new' }, by: PERSON, madeAt: AT });
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await db.insert(tables.draftFiles).values({ ...draft, slice: 0, bytes });
    await db.insert(tables.folderNotes).values({ ...deck, file: 'd.md', contentHash: null, news: 2, seenAt: AT });
    await db
      .insert(tables.aliases)
      .values({ workspaceId: WORKSPACE, folded: 'k8s', alias: 'K8s', meaning: HARD_TEXT, taughtAt: AT });
    await db.insert(tables.learners).values({
      ...ids,
      name: HARD_TEXT,
      language: 'es',
      timeZone: 'Europe/Madrid',
      timeZoneFrom: 'person',
      dailyHour: 8,
      dailyMinute: 45,
      dailyFrom: ON,
      newPerDay: 7,
      reviewsPerDay: 90,
      perSession: null,
      destination: { platform: 'slack', kind: 'direct', user: 'U1' },
      createdAt: AT,
    });
    await db.insert(tables.editors).values({ ...ids, namedBy: PERSON, namedAt: AT });
    await db.insert(tables.picks).values({ ...ids, cardId: card, pickedAt: AT });
    await db.insert(tables.holds).values({ ...ids, cardId: card, until: null, heldAt: AT });
    const session = sessionId('session');
    await db.insert(tables.deliveries).values({
      ...ids,
      on: ON,
      sessionId: session,
      claims: 1,
      claimedAt: AT,
      leaseUntil: AT,
      outcome: 'sent',
      finishedAt: AT,
    });
    await db
      .insert(tables.sessions)
      .values({ ...ids, sessionId: session, plan: [card], startedAt: AT, startedOn: ON, endedAt: null });
    const question = { workspaceId: WORKSPACE, questionId: questionId('q') };
    await db
      .insert(tables.questions)
      .values({ ...question, text: HARD_TEXT, asked: 2, missed: 1, gap: 'open', askedAt: AT });
    await db
      .insert(tables.questionPeople)
      .values({ ...question, learnerId: PERSON, waits: true, helped: false, wantsMessage: true, askedAt: AT });
    await db
      .insert(tables.conversations)
      .values({ ...ids, conversation: 'direct:ana', subject: HARD_TEXT, question: HARD_TEXT, askedAt: AT });
    const quiz = { workspaceId: WORKSPACE, quizId: quizId('quiz') };
    await db.insert(tables.quizzes).values({
      ...quiz,
      place: 'slack:T1/C1',
      channel: { platform: 'slack', kind: 'channel', id: 'T1/C1' },
      mode: 'teams',
      language: 'es',
      deckName: HARD_TEXT,
      host: PERSON,
      questions: [{ prompt: 'half \ud83d' }],
      createdAt: AT,
      shownAt: AT,
    });
    const answer = { kind: 'answered', text: HARD_TEXT, verdict: 'right', proof: 'typed' } as const;
    await db
      .insert(tables.quizEvents)
      .values({ ...quiz, number: 1, key: 'answered:0:1:ana', ...answer, at: AT, learnerId: PERSON, round: 0 });
    await db.insert(tables.rooms).values({ workspaceId: WORKSPACE, revision: 12 });
    await db.insert(tables.roomEntries).values({
      workspaceId: WORKSPACE,
      id: 11,
      revision: 12,
      key: 'k',
      authorId: 'ana',
      authorName: HARD_TEXT,
      content: { text: 'half \ud83d' },
      at: AT,
    });
    await db.insert(tables.roomFiles).values({ workspaceId: WORKSPACE, id: 'f', name: 'a.png', bytes, at: AT });
    await db
      .insert(tables.installations)
      .values({ workspaceId: WORKSPACE, sealed: 'sealed', installedAt: AT, updatedAt: AT });
    await db.insert(tables.chatEvents).values({ platform: 'slack', event: 'E1', at: AT });
    await db.insert(tables.chatSends).values({ platform: 'slack', key: 'K1', tries: 1, begunAt: AT, sentAt: AT });
    await db
      .insert(tables.modelUsage)
      .values({ workspaceId: WORKSPACE, on: ON, purpose: 'answers', used: 9_007_199_254_740_991, reserved: 0 });
    await db
      .insert(tables.passageVectors)
      .values({ workspaceId: WORKSPACE, model: 'm', hash: 'h', vector: Float32Array.of(0.1, -0), madeAt: AT });
    for (let number = 1; number <= reviews; number += 1) await insertReview(db, number);
    await db.insert(tables.progress).values({
      ...ids,
      cardId: card,
      repetitions: 1,
      easeHundredths: 250,
      intervalDays: 1,
      due: localDate('2026-11-24'),
      lastReviewedOn: ON,
      reviews: 1,
      lapses: 0,
    });
  });
}

/** The first moves the plan, the third takes the second back, and the others are drills and leave it. */
async function insertReview(db: Parameters<Parameters<Database['run']>[0]>[0], number: number): Promise<void> {
  await db.insert(tables.reviews).values({
    workspaceId: WORKSPACE,
    learnerId: PERSON,
    number,
    sessionId: sessionId('session'),
    turn: number,
    cardId: cardId('card-1'),
    quality: 4,
    purpose: number <= 2 ? 'plan' : number === 3 ? 'undo' : 'drill',
    takesBack: number === 3 ? 2 : null,
    on: ON,
    at: AT,
  });
}

/** One more answer of the person: the caller gives its number. */
export function addReview(database: Database, number: number): Promise<void> {
  return database.run((db) => insertReview(db, number));
}
