import { describe, expect, it } from 'vitest';
import { isNonsense } from '../../../src/language/nonsense.js';
import { searchWords } from '../../../src/language/search-words.js';
import { hasMeaning, meaningOf } from '../../../src/lookup/text/meaning.js';

describe('nonsense', () => {
  it.each(
    'asdfghjkl asdf asdfasdf qwerty qwertyuiop lkjhgfdsa hjkl sdkfjh skdjfh zxcvbn asdasd sdfsdf xcvxcv aaaa hhhhh jajaja lalala nlkjhgf sdkfjhsdkf'.split(
      ' ',
    ),
  )('“%s” is', (word) => {
    expect(isNonsense(word)).toBe(true);
  });

  /** Names and words that are odd: none may be lost. */
  const ODD =
    'nginx etcd kubectl xkcd grpc mtls https http sql zsh vlan rsync psql ffmpeg htop qemu btrfs systemd kafka kubelet rhythm syzygy phloem xylem xylophone txakoli szymborska nietzsche schwarzschild wroclaw knightsbridge catchphrase property liberty poverty tree retry power quiet cwm ipv6 k8s i18n couscous mississippi berber bonbon papa mama kubernetes jenkins dhcp icmp bgp wlan jwt oauth queso zanja xilofono ñandu łódź привет 日本語 πυθαγορας';
  it.each(ODD.split(' '))('“%s” is not', (word) => {
    expect(searchWords(word).some(isNonsense)).toBe(false);
  });
});

describe('what says something', () => {
  it.each([
    'pod',
    '¿Qué es un pod?',
    'how do I write a for loop in python',
    'what is https',
    'hola, ¿qué es un pod?',
    'day',
    'good practice',
    'buenas prácticas de docker',
    'vault',
    'thanks, and what is a volume?',
    'nginx',
    'xylophone',
  ])('“%s” does', (asked) => {
    expect(hasMeaning(searchWords(asked))).toBe(true);
  });

  it.each([
    'asdfghjkl',
    'xyzzy 42',
    '🐳',
    'hola',
    'holaaa',
    'Hola, ¿qué tal?',
    'buenos días a todos',
    'good morning',
    'hello there',
    'thank you very much',
    'muchas gracias por todo',
    'how are you?',
    'who are you',
    '¿qué es?',
    '123456',
    'jajaja',
    'lorem ipsum dolor sit amet',
    'foo bar baz',
    'ok',
  ])('“%s” does not', (asked) => {
    expect(hasMeaning(searchWords(asked))).toBe(false);
  });
});

describe('one meaning', () => {
  it.each([
    [
      [
        '¿Qué es un pod?',
        'what is a pod?',
        'pod',
        'PODS',
        'what are pods',
        '¿para qué sirve un pod?',
        'explain pods to me',
      ],
    ],
    [['helm charts', 'Helm  Charts?', '¿qué son los helm charts?', 'charts of helm']],
    [['installing terraform', 'install terraform', 'how do I install terraform?']],
    [['instalar terraform', '¿cómo instalo terraform?', 'instalando Terraform']],
    [['¿Qué es un contenedor?', 'contenedores', 'los contenedores']],
  ])('has %j', (asked) => {
    expect(new Set(asked.map((each) => meaningOf(searchWords(each)))).size).toBe(1);
  });

  it.each([
    ['pod', 'port'],
    ['docker volume', 'volume'],
    ['what is a pod', 'delete a pod'],
    ['how are you', 'who is it'],
    ['C', 'C2'],
  ])('is not “%s” and “%s”', (one, other) => {
    expect(meaningOf(searchWords(one))).not.toBe(meaningOf(searchWords(other)));
  });
});
