import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../src/lookup/lookup.js';
import { dockerPassages } from './support/docker-notes.js';

const lookup = buildLookup(dockerPassages());

/** The heading that an answer stands under, and its own title. */
function answered(query: string): { readonly heading: string | undefined; readonly title: string } | null {
  const { answer } = lookup.find(query);
  return answer && { heading: answer.passage.headings.at(-1), title: answer.passage.title };
}

const LAYERS = /Qué son los layers de las im[aá]genes/;
const ARCHITECTURE = /Arquitectura Microservicios/;
const CONTAINERS = /^Containers$/;
const DOCKER = /Qué es Docker/;
const BENEFITS = /Beneficios Docker/;
const VERSUS = /Docker vs Virtual Machine/;
const IMAGES = /^Im[aá]genes de Docker$/;
const DOCKERFILE = /^Dockerfile$/;
const REGISTRIES = /^Registrys$/;

describe('a concept of the Docker notes', () => {
  it.each([
    ['layers', LAYERS, LAYERS],
    ['layer', LAYERS, LAYERS],
    ['capas', LAYERS, LAYERS],
    ['qué son los layers', LAYERS, LAYERS],
    ['dockerfile', DOCKERFILE, DOCKERFILE],
    ['cgroups', CONTAINERS, /^cgroups$/],
    ['promitius', ARCHITECTURE, /^Promitius$/],
    ['prometheus', ARCHITECTURE, /^Promitius$/],
    ['registry', REGISTRIES, REGISTRIES],
    ['maquina virtual', VERSUS, /^VM$/],
    ['VM', VERSUS, /^VM$/],
    ['que es docker', DOCKER, DOCKER],
    ['what is a container', CONTAINERS, CONTAINERS],
    ['Linux container', CONTAINERS, /^LXC/],
    ['dokcer file', DOCKERFILE, DOCKERFILE],
  ])('%s is answered from the right place', (query, heading, title) => {
    expect(answered(query)).toEqual({ heading: expect.stringMatching(heading), title: expect.stringMatching(title) });
  });
});

describe('a question about the Docker notes', () => {
  it.each([
    ['¿Qué orquestador de clusters permite ver el estado de la aplicación?', ARCHITECTURE],
    ['¿Cómo agrego autenticación sin tocar el código?', ARCHITECTURE],
    ['what is istio', ARCHITECTURE],
    ['qué es opendistro', ARCHITECTURE],
    ['fork de elasticsearch', ARCHITECTURE],
    ['¿Qué corre por dentro Kubernetes?', ARCHITECTURE],
    ['¿Desde qué año existen los containers?', CONTAINERS],
    ['when did LXC arrive in Linux?', CONTAINERS],
    ['¿Qué seguridad usaba LXC?', CONTAINERS],
    ['qué limita los recursos de un proceso', CONTAINERS],
    ['what do namespaces contain?', CONTAINERS],
    ['¿Qué API expone Docker?', DOCKER],
    ['¿Cuántos procesos puede correr un container de Docker?', DOCKER],
    ['who noticed that LXC was powerful but complex?', DOCKER],
    ['¿Qué pasa cuando un container falla?', DOCKER],
    ['beneficios de docker', BENEFITS],
    ['what are the benefits of Docker?', BENEFITS],
    ['portabilidad', BENEFITS],
    ['why are images lightweight?', BENEFITS],
    ['diferencia entre docker y una máquina virtual', VERSUS],
    ['does docker virtualize hardware?', VERSUS],
    ['hypervisor', VERSUS],
    ['¿Las imágenes son inmutables?', IMAGES],
    ['are images immutable', IMAGES],
    ['plantilla de un contenedor', IMAGES],
    ['what is an image', IMAGES],
    ['¿Cómo se identifican los layers?', LAYERS],
    ['what happens if two layers have the same hash', LAYERS],
    ['reutilizar capas en varias imagenes', LAYERS],
    ['how many layers does an image have', LAYERS],
    ['dokcerfile', DOCKERFILE],
    ['¿El dockerfile se puede versionar?', DOCKERFILE],
    ['plain text file with code', DOCKERFILE],
    ['¿El orden de los comandos importa?', DOCKERFILE],
    ['variables y parámetros', DOCKERFILE],
    ['where are images stored?', /^Registrys$|^Im[aá]genes de Docker$/],
    ['¿Qué es DockerHub?', REGISTRIES],
    ['what is the latest tag', REGISTRIES],
    ['¿Docker se conecta con registrys inseguras?', REGISTRIES],
    ['registrys privadas login', REGISTRIES],
  ])('%s', (query, heading) => {
    expect(answered(query)?.heading).toMatch(heading);
  });
});

describe('what the Docker notes do not know', () => {
  it.each([
    'banana',
    '¿Cómo se hace una tortilla de patatas?',
    'what is the capital of France',
    'helm charts',
    '¿Qué es un pod?',
    'how do I write a for loop in python',
    'terraform',
    '¿Cuánto cuesta una licencia de Docker Desktop?',
    'how to mount a volume',
    '¿Qué es el protocolo HTTP?',
    'machine learning',
    'who won the world cup in 2010',
    '¿Qué es un healthcheck?',
    'how do I expose a port?',
    'jenkins pipeline',
    '¿Cómo se borra un contenedor?',
    'git rebase',
    'postgres backup',
    'what time is it',
    '¿Qué puerto usa Docker por defecto?',
    '',
    '   ',
    '🚀🐳',
    '?!…',
  ])('“%s” is not answered', (query) => {
    expect(lookup.find(query).answer).toBeNull();
  });

  it.each([
    ['¿Cuánto cuesta una licencia de Docker Desktop?', 'Docker'],
    ['¿Cómo se borra un contenedor?', 'Containers'],
    ['machine learning', 'Docker vs Virtual Machine'],
  ])('“%s” is not answered, and what is near is offered', (query, title) => {
    const { answer, suggestions } = lookup.find(query);
    expect(answer).toBeNull();
    expect(suggestions).toContain(title);
  });
});
