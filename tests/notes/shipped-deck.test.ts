import { describe, expect, it } from 'vitest';
import { read, shippedText } from './support.js';

const { deck } = read(shippedText(), 'docker.md');
const sure = deck?.cards ?? [];
const waiting = deck?.doubtful ?? [];

describe('the Docker deck', () => {
  it('has at least forty sure cards, which were read one by one', () => {
    expect(sure.length).toBeGreaterThanOrEqual(40);
    expect(sure.map(({ front }) => front)).toMatchInlineSnapshot(`
      [
        "¿Qué permiten los **microservicios**?",
        "¿Qué es **Rancher**?",
        "¿Para qué sirve **Promitius**?",
        "¿Qué hace **Istio**?",
        "¿Qué es **Opendistro**?",
        "**Arquitectura Microservicios**: ¿qué es **Docker**?",
        "¿Qué es **Kubernetes**?",
        "¿Desde cuándo existen los **containers**?",
        "¿Qué es **LXC (Linux container)**?",
        "¿Qué son los **namespaces**?",
        "¿Qué hace **cgroups**?",
        "¿Qué es **Docker**?",
        "**Docker**: ¿cuál es la **idea de orquestar containers**?",
        "¿De qué nos abstrae **Docker**?",
        "¿Cuáles son los **beneficios de Docker**?",
        "**Beneficios Docker**: ¿qué significa **Portabilidad**?",
        "**Beneficios Docker**: ¿qué significa **Ligereza**?",
        "**Beneficios Docker**: ¿qué significa **Autosuficiente**?",
        "¿Qué provee una **VM**?",
        "¿Qué virtualiza **Docker**?",
        "¿Qué es una **imagen de Docker**?",
        "¿Cómo son las **imagenes de Docker**?",
        "¿Cómo se pueden crear las **imagenes de Docker**?",
        "¿Qué son los **Registry de imagenes**?",
        "¿De qué están compuestas las **imagenes de Docker**?",
        "¿Cuántos **layers** tiene cada **imagen**?",
        "¿Qué permiten los **layers de las imagenes**?",
        "¿Qué pasa si dos layers tienen el mismo hash?",
        "¿Qué representa cada **layer de las imagenes**?",
        "¿Qué es el **dockerfile**?",
        "¿Qué soporta el **dockerfile**?",
        "¿Qué podemos modificar mediante el **dockerfile**?",
        "¿Qué son las **registrys**?",
        "¿Qué almacenan las **registrys**?",
        "¿Qué es un **tag**?",
        "**Registrys**: ¿qué es **latest**?",
        "¿Cómo pueden ser las **registrys**?",
        "¿Qué deben tener siempre las **registrys**?",
        "¿Con qué NO conecta **Docker**?",
        "¿Qué necesitan las **registrys privadas**?",
      ]
    `);
  });

  it('leaves these to be looked at, each with what speaks against it', () => {
    expect(waiting.map(({ front, doubt }) => `${doubt?.reason}: ${front}`)).toMatchInlineSnapshot(`
      [
        "subject: ¿Qué podemos visualizar con **Istio**?",
        "worth: **Containers**: ¿cómo son sus **procesos**?",
        "gap: Llega a Linux en […] LXC, es la implementacion de containers para Linux.",
        "open: ¿Qué no se puede hacer con **Docker**?",
        "subject: **VM**: ¿cómo es la **capa de Hypervisor**?",
        "twice: ¿Qué son los layers de las imagenes?",
        "open: ¿Qué se puede hacer con el **dockerfile**?",
        "gap: **Dockerfile**: el orden de los comandos pueden […]",
        "open: **Registrys**: ¿qué es **DockerHub**?",
      ]
    `);
  });
});
