import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAsked, isEverydayWord } from '../../src/language/asks.js';
import { completeQuestion, subjectOf } from '../../src/language/follow-up.js';
import { questionsIn } from '../../src/language/several-questions.js';

const REGISTRY = { subject: 'registry', question: 'how do I delete a registry?' };
const RAFT = { subject: 'Raft', question: 'what is Raft?' };

describe('a question that goes on', () => {
  it.each([
    ['and how is it different from Paxos?', 'how is Raft different from Paxos?'],
    ['¿y en qué se diferencia de Paxos?', '¿en qué se diferencia Raft de Paxos?'],
    ['en qué se parece a Paxos', 'en qué se parece Raft a Paxos'],
    ['¿y para qué sirve?', '¿para qué sirve Raft?'],
    ['y para que sirve', 'para que sirve Raft'],
    ['how does that work?', 'how does Raft work?'],
    ['¿qué ventajas tiene?', '¿qué ventajas tiene Raft?'],
    ['what are the advantages?', 'what are the advantages of Raft?'],
    ['¿y un ejemplo?', '¿un ejemplo de Raft?'],
    ['but why?', 'why Raft?'],
    ['¿cómo lo configuro?', '¿cómo lo configuro (Raft)?'],
    ['¿cuáles son sus fases?', '¿cuáles son sus fases (Raft)?'],
    ['¿qué pasa sin ello?', '¿qué pasa sin Raft?'],
    ['and can it run on one node?', 'can Raft run on one node?'],
  ])('“%s” is “%s” of Raft', (asked, whole) => {
    expect(completeQuestion(asked, RAFT)).toEqual({ kind: 'goes-on', text: whole });
    expect(completeQuestion(asked, null).kind).toMatch(/^(?:hanging|whole)$/);
  });

  it.each([
    ['and a mirror?', 'how do I delete a mirror?', 'mirror'],
    ['what about mirrors?', 'how do I delete mirrors?', 'mirrors'],
    ['y los espejos?', 'how do I delete los espejos?', 'espejos'],
  ])('“%s” asks the same of another thing', (asked, text, subject) => {
    expect(completeQuestion(asked, REGISTRY)).toEqual({ kind: 'instead', text, subject });
  });

  it('only names the other thing where it was only asked what one is', () => {
    expect(completeQuestion('y los candidatos?', RAFT)).toEqual({
      kind: 'instead',
      text: 'los candidatos',
      subject: 'candidatos',
    });
  });

  it.each([
    'what is a quorum?',
    '¿qué es un líder?',
    'how many nodes are there?',
    'is it possible to run a quorum on one node?',
    'y cómo se elige un líder?',
    'quorum',
    'and you?',
    '¿y tú?',
    '¿en qué se diferencia un líder de un seguidor?',
    'thanks',
    'what does etcd.io mean?',
  ])('“%s” stands by itself', (asked) => {
    expect(completeQuestion(asked, RAFT).kind).toBe('whole');
  });

  it('never throws, and without a topic adds nothing, as a property', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const alone = completeQuestion(text, null);
        expect(['whole', 'hanging']).toContain(alone.kind);
        expect(text).toContain(alone.text.replace(/^¿/u, ''));
        const whole = completeQuestion(text, RAFT);
        if (whole.kind === 'goes-on') expect(whole.text).toContain('Raft');
      }),
    );
  });
});

describe('the thing that a question asks about', () => {
  it.each([
    ['what is Raft?', 'Raft'],
    ['¿Para qué sirve el Quórum?', 'Quórum'],
    ['how do I delete a registry?', 'registry'],
    ['what is the difference between a leader and a follower?', 'leader'],
    ['raft vs paxos', 'raft'],
    ['¿cómo se crea una réplica?', 'réplica'],
    ['where are snapshots stored?', 'snapshots'],
    ['why?', null],
  ])('“%s”: %s', (question, subject) => expect(subjectOf(question)).toBe(subject));

  it('stands in the question as it is written, as a property', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const subject = subjectOf(text);
        if (subject !== null) expect(text).toContain(subject);
      }),
    );
  });
});

describe('several questions', () => {
  it.each([
    ['What is Raft? And what is a quorum? How do I add a node?', 3],
    ['¿Qué es Raft? ¿Y un quórum?', 2],
    ['Hola. Tengo dos dudas:\n1. ¿Qué es Raft?\n2. ¿Qué es etcd?', 2],
    ['- what is raft\n- what is etcd', 2],
    ['what is raft and how is it different from paxos?', 2],
    ['qué es un líder y cómo se elige', 2],
    ['I read about raft. What is a quorum?', 1],
    ['how and why do nodes vote?', 1],
    ['what is the difference between raft and paxos?', 1],
    ['what does node.js v1. do?', 1],
    ['raft\npaxos', 1],
    ['', 1],
  ])('%j are %i', (text, count) => expect(questionsIn(text)).toHaveLength(count));

  it('are parts of the message, in its order, as a property', () => {
    const part = fc.constantFrom('what is raft?', '¿qué es un nodo?', 'ok.', 'how does it vote?', 'thanks!', 'nodes');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const found = questionsIn(parts.join(' '));
        const asked = parts.filter((one) => one.endsWith('?'));
        if (asked.length > 1) expect(found.map((one) => one.slice(-8))).toEqual(asked.map((one) => one.slice(-8)));
        else expect(found).toEqual([parts.join(' ')]);
      }),
    );
  });
});

describe('what asks', () => {
  it.each([
    'what is raft',
    '¿raft?',
    'explain raft',
    'háblame de raft',
    'is raft safe',
    'por qué votan',
  ])('“%s” does', (text) => expect(isAsked(text)).toBe(true));
  it.each(['raft', 'the leader votes', 'borra la tarjeta'])('“%s” does not', (text) =>
    expect(isAsked(text)).toBe(false));
  it.each([
    ['tower', true],
    ['Torre', true],
    ['raft', false],
    ['etcd', false],
    ['tower bridge', false],
  ])('“%s” is a word of every day: %s', (text, isOne) => expect(isEverydayWord(text)).toBe(isOne));
});
