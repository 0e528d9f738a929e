/**
 * The phrases by which people talk to the bot without asking the notes something, in both languages: separated by
 * commas, folded (lower case, no accents, no apostrophes). Emoji stand for themselves.
 */

/** Small talk, by the kind of its answer. */
export const TALK = {
  hello: `hola, holi, ola, buenas, buenos dias, buen dia, buenas tardes, buenas noches, saludos, que tal, que tal todo, que tal estas, que tal va, que hay,
    que onda, como estas, como andas, como va, como te va, como va todo, encantado, encantada, mucho gusto, prueba, probando,
    hi, hiya, hello, hey, hey hey, howdy, yo, heya, greetings, good morning, good afternoon, good evening, good day, morning,
    whats up, sup, how are you, how are you doing, how do you do, how is it going, hows it going, hows life, how is everything,
    hows everything, nice to meet you,
    test, testing, test test, hi there, anybody there, anyone there, are you there, estas ahi, hay alguien, 👋, 🙋, 🤗`,
  thanks: `gracias, muchas gracias, muchisimas gracias, mil gracias, mil millones de gracias, te lo agradezco, agradecido,
    agradecida, muy amable, que amable, eres genial, very kind, how kind, you are the best, youre the best, thanks, thank you, thank u, thanx, thx, tks, ty, tysm, cheers, much appreciated, appreciated,
    i appreciate it, many thanks, 🙏, ❤, 🫶`,
  bye: `adios, hasta luego, hasta manana, hasta pronto, hasta otra, hasta la vista, nos vemos, chao, chau, ciao, me voy,
    bye, bye bye, goodbye, good bye, see you, see ya, see u, cya, cu, later, laters, good night, farewell, take care`,
  fine: `ok, oki, okay, okey, okeydokey, k, vale, bien, muy bien, genial, perfecto, perfecta, excelente, estupendo, guay,
    entendido, de acuerdo, claro, claro que si, listo, lista, bueno, vaya, si, no, great, cool, nice, good, perfect,
    awesome, excellent, amazing, wow, understood, got it, i see, sure, of course, alright, all right, right, yes, yeah, yep,
    yup, no, nope, lol, lmao, rofl, xd, haha, jaja, good bot, good job, well done, buen trabajo, 👍, 👌, 🎉, 😂, 🤣, 🙂, 😊, 😀,
    😄, 😁, 😅, 😍, 🥳, 💪, 👏, ✅`,
} as const;

/** Questions about the bot and what it can do. */
export const ASKS_FOR_HELP = `help me, help me please, i need help, need help, can you help me, ayudame, me ayudas, necesito ayuda,
  puedes ayudarme, what can you do, what do you do, what can i do, what can i ask, what can i ask you, what can i say,
  who are you, what are you, what is this, what is repaso, how does this work, how does it work, how do you work, how do i start,
  how do i use this, how do i use you, what now, que puedes hacer, que sabes hacer, que haces, que puedo hacer,
  que puedo preguntar, que puedo preguntarte, start, get started, getting started, empezar, comenzar, quien eres, que eres, que es esto, que es repaso, como funciona esto, como funcionas,
  como te uso, como se usa esto, como empiezo, por donde empiezo, y ahora que, commands, the commands, list of commands, menu,
  comandos, ordenes, las ordenes, los comandos`;

/** Beginnings of a question that ask nothing yet. */
export const BEGINS_TO_ASK = `tell me, tell me something, tell me about, dime, dime algo, cuentame, hablame, hablame de, i have a question,
  i have a doubt, a question, tengo una pregunta, tengo una duda, una pregunta, una duda, question, pregunta, duda`;

/** Words beside small talk that add nothing. */
export const FILLERS = `there, everyone, everybody, all, you all, yall, team, guys, folks, friend, my friend, friends, bot, again, mate,
  buddy, so much, very much, a lot, a bunch, a million, for everything, for your help, for the help, for that, for this, to you,
  to everyone, and, oh, ah, aha, hmm, mm, um, well, then, tomorrow, today, soon, later, very, really, dude, man, sir,
  a todos, a todas, todos, todas, equipo, amigo, amiga, amigos, gente, de nuevo, otra vez, mucho, muy, por todo, por tu ayuda,
  por la ayuda, por eso, por esto, y, eh, pues, entonces, luego, manana, hoy, tio, tia, senor, que pases buen dia,
  have a nice day, have a good day, repaso`;

/** Politeness around a question or a command. */
export const POLITE = `please, pls, plz, please please, por favor, porfa, porfavor, porfis, if you can, if possible, si puedes,
  si es posible, te pido, excuse me, sorry, perdon, perdona, disculpa, disculpe, oye, oiga, ok, okay, vale, so, well, bueno, pues,
  now, ahora, asap`;

/** Phrases before a request. */
export const WISHES = `can you, could you, would you, will you, can i, may i, could i, can we, i want to, i wanna, i want, i would like to,
  id like to, i would like, id like, i need to, i need, we want to, lets, let us, let me, lets go and, time to, go, do, do a, do the,
  show me, show, give me, gimme, get me, open, start, begin, run, launch, see, view, take me to, go to, help me,
  puedes, podrias, puede, podria, podemos, quiero, quiero ver, quisiera, me gustaria, necesito, vamos a, vamos, toca, hay que,
  muestrame, muestra, mostrar, mostrarme, ensename, ensenar, ensenarme, dame, ver, abre, abrir, abreme, empezar a, empezar,
  empieza a, empieza, comenzar a, comenzar, hacer, haz, hazme, lanza, ejecuta, ir a, ve a, pon, ponme`;

/** Function words before the name of a command or a deck. */
export const ARTICLES = `the, a, an, my, our, your, some, me, us, el, la, los, las, lo, un, una, unos, unas, mi, mis, tu, tus,
  nuestro, nuestra, nuestros, nuestras`;

/** Other words for a command that are as certain as its name. */
export const COMMAND_ALIASES: Readonly<Record<string, string>> = {
  ask: 'pregunta, responde, respondeme',
  explain: 'explica, explicame, explicar me, explain to me, explain me, explicarme',
  review: 'reviewing, reviews, my reviews, repasos, a repasar, revise, revising',
  today: `what is due, whats due, what is due today, whats due today, what do i have today, what is up today, que toca, que toca hoy,
    que tengo hoy, que me toca, que me toca hoy, cuanto me toca hoy`,
  deck: 'decks, mazo, list of decks, lista de mazos',
  card: 'new card, new flashcard, add a card, add card, make a card, make a flashcard, create a card, nueva tarjeta, crear tarjeta, crea una tarjeta, crear una tarjeta, anadir tarjeta, anade una tarjeta',
  settings: 'setting, preferences, configuration, ajuste, configuracion, preferencias',
  leaderboard: 'leader board, ranking, the board, scoreboard, la tabla',
  import: 'import notes, import my notes, import cards, importar apuntes, importar mis apuntes, importar tarjetas',
  help: 'halp, ayudita, socorro',
};

/** Words by which people look for a command with another name. */
export const COMMAND_SYNONYMS: Readonly<Record<string, string>> = {
  explain: 'search, find, lookup, look up, define, buscar, busca, define, definir',
  review: `quiz, quiz me, test me, ask me, ask me something, ask me anything, ask me a question, study, practice, practise, train, learn,
    flashcards, preguntame, preguntame algo, hazme preguntas, hazme una pregunta, ponme a prueba, examiname, estudiar, estudia,
    estudio, practicar, examen, aprender, repaso`,
  today: 'stats, statistics, progress, streak, status, due, pending, progreso, estadisticas, racha, estado, pendientes',
  deck: 'list, topics, subjects, lista, temas, asignaturas',
  card: 'add, new, create, make, flashcard, anadir, nueva, nuevo, crear, crea',
  cards: 'edit, change, delete, remove, editar, edita, cambiar, borrar, eliminar, quitar',
  import: 'upload, load, notes, subir, sube, cargar, apuntes',
  export: 'download, backup, save, anki, csv, descargar, descarga, copia, guardar',
  queue: 'suggestions, pending cards, propuestas, sugerencias',
  gaps: 'missing, unanswered, faltan, huecos',
  alias: 'synonym, synonyms, rename, sinonimo, sinonimos, nombres',
  daily:
    'remind, remind me, reminder, reminders, notify, notifications, recordatorio, recordar, recuerdame, avisos, notificaciones',
  leaderboard: 'score, scores, points, top, puntos, puntuacion',
  editors: 'admins, permissions, roles, permisos, administradores',
  settings: `language, change language, change my language, change the language, change time zone, time zone, timezone, lang, options, idioma, cambiar idioma, cambiar de idioma, lengua, zona horaria, cambiar zona horaria, opciones, config`,
  help: 'info, about, manual, guide, docs, informacion, guia, instrucciones, instructions, start',
};

/** Words about decks that are no deck's name: "all my cards", "el mazo de Docker". */
export const DECK_WORDS = {
  before: `the, my, our, all, all of, all the, all my, deck, decks, cards, cards of, cards from, flashcards, with, about, on, of, from, only,
    just, some, el, la, los, las, mi, mis, todo, todos, todas, todas las, todos los, mazo, mazo de, mazos, tarjetas, tarjetas de, con, solo, de, sobre`,
  after: 'deck, decks, cards, flashcards, now, today, please, everything, mazo, tarjetas, ahora, hoy, por favor, todo',
  all: 'everything, all, all decks, something, anything, todo, todos, todas, todos los mazos, algo, everything now, what is due, whats due',
} as const;
