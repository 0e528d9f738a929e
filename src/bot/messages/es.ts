import type { MessageKey } from './catalogue.js';

/** Todo lo que el bot dice en español, como mensajes ICU. Habla de tú. */
export const es = {
  // Órdenes
  'command.explain': 'Explica un concepto con las palabras de tus apuntes',
  'command.explain.concept': 'Lo que quieres que te explique, por ejemplo: layers',
  'command.review': 'Repasa las tarjetas que tocan hoy',
  'command.review.deck': 'Solo este mazo',
  'command.deck': 'Enseña qué mazos hay y cuánto toca',
  'command.settings': 'Tu idioma y tu zona horaria',
  'command.help': 'Lo que puedo hacer por ti',
  'command.daily': 'Un mensaje al día con tu primera tarjeta dentro',
  'command.daily.switch': 'Activado o desactivado',
  'command.daily.hour': 'Hora de tu día, de 0 a 23',
  'command.leaderboard': 'Quién ha repasado y cuánto esta semana',
  'choice.on': 'activado',
  'choice.off': 'desactivado',

  // Explicar
  'explain.source': '*{path} · {file}, línea {line, number}*',
  'explain.empty': 'Los apuntes tienen este título y todavía nada debajo.',
  'explain.memory.not-yet':
    '{cards, plural, one {Una tarjeta} other {# tarjetas}} sobre esto; aún no están en tus repasos.',
  'explain.memory.learning': 'Lo repasaste {last}; vuelve {due}.',
  'explain.memory.due': 'Lo repasaste {last}; toca ahora.',
  'explain.add': 'Añadir a mis repasos',
  'explain.quiz': 'Pregúntame esto',
  'explain.share': 'Compartir',
  'explain.shared': '{name} comparte esto de los apuntes.',
  'explain.related': 'Relacionado: {title}',
  'explain.not-found': 'No encuentro «{query}» en los apuntes.',
  'explain.not-found.near': '¿Quizá era uno de estos?',
  'explain.not-found.empty': 'Aquí todavía no hay apuntes.',
  'explain.blank': 'Dime qué concepto, por ejemplo: /explain layers',
  'explain.gone': 'Esa parte ya no está en los apuntes. Pregunta otra vez con /explain y la busco.',
  'explain.added':
    '{count, plural, =0 {Ya tienes estas tarjetas en tus repasos.} one {Añadida una tarjeta: será la primera en tu próximo repaso.} other {Añadidas # tarjetas: serán las primeras en tu próximo repaso.}}',
  'explain.no-cards': 'Aún no hay tarjetas sobre esta parte.',

  // Repasar
  'review.title': '{deck} · {position, number} de {of, number}',
  'review.title.again': '{deck} · una vez más',
  'review.show': 'Mostrar',
  'review.hint': 'Pista: {hint}',
  'review.hint.button': 'Pista',
  'review.notes': 'En los apuntes',
  'review.later': 'Parar por ahora',
  'review.answer': '**Respuesta:** {answer}',
  'review.grade.again': 'Otra vez',
  'review.grade.hard': 'Difícil',
  'review.grade.good': 'Bien',
  'review.grade.easy': 'Fácil',
  'review.grade.when': '{grade} · {when}',
  'review.when.today': 'hoy',
  'review.when.days': '{days, number} d',
  'review.when.months': '{months, number} meses',
  'review.when.years': '{years, plural, one {# año} other {# años}}',
  'review.grades.note': '«Otra vez» y «Difícil» vuelven una vez más antes de terminar.',
  'review.continued': 'Te quedaste aquí.',
  'review.start': 'Empezar a repasar',
  'review.continue': 'Seguir',
  'review.done': 'Hecho',
  'review.done.body':
    '{cards, plural, one {Una tarjeta} other {# tarjetas}}, {firstTry, number} a la primera, {minutes, number} min.',
  'review.done.tomorrow':
    '{cards, plural, =0 {Mañana no te espera ninguna.} one {Mañana te espera una tarjeta.} other {Mañana te esperan # tarjetas.}}',
  'review.done.hardest': 'Se te ha resistido: {front}',
  'review.done.see': 'Verla en los apuntes',
  'review.done.more': 'Más tarjetas',
  'review.done.none': 'Aquí no quedaba nada que preguntar.',
  'review.nothing': 'Hoy no toca nada',
  'review.nothing.body':
    '{cards, plural, =0 {Aquí todavía no hay tarjetas.} one {Estás al día con la única tarjeta.} other {Estás al día con las # tarjetas.}}',
  'review.no-deck': 'No tengo ningún mazo llamado «{asked}».',
  'review.no-deck.choose': 'Elige uno',
  'review.already': 'Esa respuesta ya estaba contada.',
  'review.moved-on': 'Has avanzado desde entonces; estás aquí.',
  'review.unknown': 'Ya no conozco ese repaso. Tu progreso está a salvo; empieza otro con /review.',
  'review.not-yours': 'Esa tarjeta es de otra persona. Empieza la tuya con /review.',
  'review.paused': 'En pausa. Todo está guardado; hoy /review sigue desde aquí.',

  // Mazos
  'decks.title': 'Mazos',
  'decks.none': 'Aquí todavía no hay mazos.',
  'decks.row': '{due, number} para hoy · {unseen, number} nuevas · {cards, number} en total',
  'decks.note':
    'La barra muestra cuántas tarjetas ya has visto. {tomorrow, plural, =0 {Mañana no toca ninguna.} one {Mañana toca una tarjeta.} other {Mañana tocan # tarjetas.}}',
  'decks.review': 'Repasar {name}',

  // Ajustes
  'settings.title': 'Tus ajustes',
  'settings.language': 'Idioma',
  'settings.language.en': 'English',
  'settings.language.es': 'Español',
  'settings.time-zone': 'Zona horaria',
  'settings.time-zone.value': '{zone}, donde son las {time}',
  'settings.time-zone.change': 'Cambiar la zona horaria',
  'settings.time-zone.form': 'Tu zona horaria',
  'settings.time-zone.field': 'Ciudad o zona',
  'settings.time-zone.placeholder': 'Madrid, o Europe/Madrid',
  'settings.time-zone.unknown':
    'No conozco ninguna zona horaria llamada «{typed}». No he cambiado nada; prueba con una ciudad grande cercana.',
  'settings.time-zone.several': 'Varias zonas coinciden con «{typed}». Elige una o escribe algo más del nombre.',
  'settings.daily': 'Mensaje diario',
  'settings.day': 'Tu día empieza a las 04:00: un repaso de madrugada cuenta para la noche anterior.',
  'settings.saved': 'Guardado.',
  'settings.save': 'Guardar',

  // Mensaje diario
  'daily.title': 'Mensaje diario',
  'daily.on': 'Activado, cada día a las {hour} ({zone}).',
  'daily.off': 'Desactivado. No te escribiré por mi cuenta.',
  'daily.turn-on': 'Activar',
  'daily.turn-off': 'Desactivar',
  'daily.hour': 'Hora',
  'daily.bad-hour': 'La hora es un número entero de 0 a 23. No he cambiado nada.',
  'daily.bad-switch': 'Di on u off. No he cambiado nada.',
  'daily.greeting':
    '{part, select, morning {Buenos días} afternoon {Buenas tardes} other {Buenas noches}}, {name}. {cards, plural, one {Una tarjeta} other {# tarjetas}}, {minutes, plural, one {alrededor de un minuto} other {unos # minutos}}.',
  'daily.settings': 'Ajustes',

  // Clasificación
  'leaderboard.title': 'Semana {week, number}',
  'leaderboard.row': '{rank, number}. {name}',
  'leaderboard.count': '{reviews, plural, one {un repaso} other {# repasos}} · {share} sabidos',
  'leaderboard.none': 'Nadie ha repasado todavía esta semana. La primera tarjeta ya cuenta.',
  'leaderboard.note': 'Del {from} al {to}. Cuentan las tarjetas que tocaban; las repeticiones de la misma sesión, no.',
  'leaderboard.more': '{count, plural, one {Una persona más} other {# personas más}} también han repasado.',
  'leaderboard.mine': 'Empezar a repasar',

  // Ayuda y bienvenida
  'help.title': 'Lo que puedo hacer',
  'help.intro': 'Te enseño tus propios apuntes, unas pocas tarjetas al día, hasta que te los sepas.',
  'help.row': '**/{command}**: {description}',
  'help.private': 'Solo tú ves las respuestas, menos la clasificación y lo que compartas.',
  'help.decks': 'Mazos',
  'welcome.title': 'Hola, {name}',
  'welcome.body': 'Soy Repaso. Te enseño los apuntes que hay aquí, unas pocas tarjetas al día, hasta que te los sepas.',
  'welcome.decks.some':
    '{cards, plural, one {Hay una tarjeta lista} other {Hay # tarjetas listas}} en {decks, plural, one {el mazo {names}} other {# mazos: {names}}}.',
  'welcome.try': 'Tres cosas para empezar:',
  'welcome.explain': '¿Qué es {title}?',
  'welcome.review': 'Empezar a repasar',
  'welcome.decks': 'Ver los mazos',
  'welcome.note': 'Escribe / para ver todas las órdenes. No te llegará nada que no pidas.',

  // Fechas
  'date.weekday': 'el {name}',
  'date.day': 'el {day}',

  // Fallos
  'failure.error':
    'Algo ha fallado por mi parte. Lo que ya habías hecho está guardado; inténtalo otra vez. *(ref. {ref})*',
  'failure.database':
    'Ahora mismo no llego a mi base de datos. Lo que ya habías hecho está a salvo; pulsa otra vez en un momento. *(ref. {ref})*',
  'failure.unknown': 'No conozco «{name}». Quizá sea de otra versión mía. /help enseña lo que puedo hacer.',
} as const satisfies Record<MessageKey, string>;
