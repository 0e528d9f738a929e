import type { MessageKey } from './catalogue.js';

/** Todo lo que el bot dice en español, como mensajes ICU. Habla de tú. */
export const es = {
  // Órdenes
  'command.explain.name': 'explicar',
  'command.explain': 'Explica un concepto con las palabras de tus apuntes',
  'command.explain.concept.name': 'concepto',
  'command.explain.concept': 'Lo que quieres que te explique, por ejemplo: layers',
  'command.ask.name': 'preguntar',
  'command.ask': 'Responde a una pregunta con las palabras de tus apuntes',
  'command.ask.question.name': 'pregunta',
  'command.ask.question': 'Con tus palabras, por ejemplo: ¿por qué son ligeras las imágenes?',
  'command.review.name': 'repasar',
  'command.review': 'Repasa lo que toca hoy, con algunas tarjetas nuevas',
  'command.review.deck.name': 'mazo',
  'command.review.deck': 'Solo este mazo',
  'command.deck.name': 'mazos',
  'command.deck': 'Enseña qué mazos hay y cuánto toca',
  'command.today.name': 'hoy',
  'command.today': 'Lo que te espera hoy, y tu racha',
  'command.card.name': 'tarjeta',
  'command.card': 'Crea una tarjeta para todos los de aquí',
  'command.import.name': 'importar',
  'command.import': 'Lee apuntes o tarjetas (Markdown, CSV, JSON, Anki, zip) y enseña qué cambiaría',
  'command.export.name': 'exportar',
  'command.export': 'Los mazos en un archivo (Anki, CSV, JSON, Markdown), con tu propio progreso',
  'command.export.deck.name': 'mazo',
  'command.export.deck': 'Qué mazo; todos si lo dejas en blanco',
  'command.export.format.name': 'formato',
  'command.export.format': 'Qué clase de archivo',
  'command.cards.name': 'tarjetas',
  'command.cards': 'Tarjetas para cambiar, pausar o despertar: por sus palabras, o las hechas aquí',
  'command.cards.words.name': 'palabras',
  'command.cards.words': 'Palabras de la tarjeta que buscas',
  'command.queue.name': 'cola',
  'command.queue': 'Tarjetas que la gente propone, para aceptar, editar o descartar',
  'command.gaps.name': 'lagunas',
  'command.gaps': 'Lo que la gente pregunta y los apuntes no saben',
  'command.alias.name': 'alias',
  'command.alias': 'Enseña otro nombre de algo que está en los apuntes',
  'command.alias.alias.name': 'alias',
  'command.alias.alias': 'El otro nombre, por ejemplo: prom',
  'command.alias.meaning.name': 'significado',
  'command.alias.meaning': 'Cómo lo llaman los apuntes, por ejemplo: Prometheus',
  'command.editors.name': 'editores',
  'command.editors': 'Quién puede cambiar los mazos, para quien administra este lugar',
  'command.settings.name': 'ajustes',
  'command.settings': 'Tu idioma, tu zona horaria y cuántas tarjetas trae un día',
  'command.help.name': 'ayuda',
  'command.help': 'Lo que puedo hacer por ti',
  'command.daily.name': 'diario',
  'command.daily': 'Un mensaje al día con tu primera tarjeta dentro',
  'command.daily.switch.name': 'estado',
  'command.daily.switch': 'Activado o desactivado',
  'command.daily.hour.name': 'hora',
  'command.daily.hour': 'Hora de tu día, de 0 a 23',
  'command.leaderboard.name': 'clasificación',
  'command.leaderboard': 'Quién ha repasado y cuánto esta semana',
  'choice.on': 'activado',
  'choice.off': 'desactivado',

  // Explicar
  'explain.source': '*{path} · {file}, línea {line, number}*',
  'explain.empty': 'Los apuntes tienen este título y todavía nada debajo.',
  'explain.memory.not-yet':
    '{cards, plural, one {Una tarjeta sobre esto; aún no está} other {# tarjetas sobre esto; aún no están}} en tus repasos.',
  'explain.memory.next':
    '{cards, plural, one {Una tarjeta sobre esto, la primera} other {# tarjetas sobre esto, las primeras}} de tu próximo repaso.',
  'explain.memory.learning': 'Lo repasaste {last}; vuelve {due}.',
  'explain.memory.due': 'Lo repasaste {last}; toca ahora.',
  'explain.memory.missed': 'Lo fallaste {last}; vuelve {due}.',
  'explain.memory.missed.due': 'Lo fallaste {last}; toca ahora.',
  'explain.add': 'Añadir a mis repasos',
  'explain.quiz': 'Pregúntame esto',
  'explain.share': 'Compartir con todos',
  'explain.shared': '{name} comparte esto de los apuntes.',
  'explain.not-found': 'No encuentro «{query}» en los apuntes.',
  'explain.not-found.near': '¿Quizá era uno de estos?',
  'explain.not-found.empty': 'Aquí todavía no hay apuntes.',
  'explain.blank': 'Dime qué concepto, por ejemplo: layers. O elige uno:',
  'explain.topics': 'Temas de los apuntes',
  'explain.gone': 'Esa parte ya no está en los apuntes. Pregunta otra vez y la busco.',
  'explain.added':
    '{count, plural, =0 {Ya tienes estas tarjetas en tus repasos.} one {Añadida una tarjeta: será la primera en tu próximo repaso.} other {Añadidas # tarjetas: serán las primeras en tu próximo repaso.}}',
  'explain.no-cards': 'Aún no hay tarjetas sobre esta parte.',
  'answer.note':
    '*Escrito por un modelo de lenguaje a partir de los pasajes de abajo y comprobado con ellos. Los números dicen de dónde sale cada frase.*',
  'answer.unfinished': '*El modelo de lenguaje sigue escribiendo …*',
  'answer.open': '{number, number} · {title}',
  'answer.fallback.budget':
    'Con las palabras de los apuntes: la parte de hoy del modelo de lenguaje está gastada. Mañana vuelve.',
  'answer.fallback.unavailable': 'Con las palabras de los apuntes: el modelo de lenguaje no ha respondido.',
  'answer.fallback.unsupported':
    'Con las palabras de los apuntes: lo que escribió el modelo de lenguaje no se encuentra en ellos.',
  'explain.several': '«{query}» es más de una cosa en los apuntes. ¿Cuál?',
  'explain.this-one': 'Este',
  'more.related': 'Temas relacionados',
  'more.feedback': '¿Te ha servido?',
  'more.both': 'Temas relacionados · ¿te ha servido?',
  'explain.no-words': 'Pregúntame con palabras, por ejemplo: ¿qué es un layer?',

  // Preguntar
  'ask.whole': 'Todo sobre «{title}»',
  'helpful.yes': 'Me ha servido',
  'helpful.no': 'No era esto',
  'helpful.thanks': 'Me alegro, gracias.',
  'helpful.sorry': 'Gracias. Quien cuida los apuntes ve que esto falta, y te aviso cuando tenga respuesta.',

  // Otros nombres
  'alias.title': 'Otros nombres',
  'alias.none': 'Aún nadie ha enseñado otro nombre aquí.',
  'alias.note': 'Otro nombre es otra palabra para lo mismo: quien pregunta por una encuentra la otra.',
  'alias.taught': 'Aprendido: «{alias}» encuentra ya «{title}».',
  'alias.taught.nothing': 'Aprendido: «{alias}» significa «{title}». Los apuntes aún no dicen nada de eso.',
  'alias.suggested': 'Gracias. Quien cuida los mazos de aquí verá tu propuesta y decidirá.',
  'alias.suggests': '{name} propone: {alias} = {meaning}',
  'alias.unclear':
    'Un alias necesita dos nombres distintos de {max, number} caracteres como mucho: el otro, y cómo lo llaman los apuntes. No ha cambiado nada.',
  'alias.full': 'Aquí no caben más nombres. No ha cambiado nada; quita uno antes.',
  'alias.remove': 'Quitar uno',
  'alias.removed': 'Quitado.',

  // Lagunas
  'gaps.title': '{open, plural, one {Una pregunta sin respuesta} other {# preguntas sin respuesta}}',
  'gaps.none': 'Hasta ahora los apuntes han respondido a todo.',
  'gaps.row':
    '{missed, plural, =0 {encontrada, sin servir} one {no encontrada una vez} other {no encontrada # veces}}, {people, plural, =0 {nadie espera} one {espera una persona} other {esperan # personas}}',
  'gaps.unhelped': '{unhelped, plural, one {no sirvió a una persona} other {no sirvió a # personas}}',
  'gaps.note': 'Solo se guardan las palabras, medio año. Nadie ve quién preguntó.',
  'gaps.answer': 'Responder una con una tarjeta',
  'gaps.drop': 'Dejar una fuera',
  'gaps.before': 'Anteriores',
  'gaps.after': 'Siguientes',
  'gaps.back': 'Volver a las lagunas',
  'gaps.filled': 'Aviso a quien lo preguntó.',
  'gaps.dropped': 'Queda fuera. No vuelve a la lista.',
  'gaps.not-allowed':
    'Esta lista es para quienes administran este lugar, y quienes ellos nombren. No ha cambiado nada; puedes proponer una tarjeta.',
  'gaps.want': 'Avísame cuando esté',
  'gaps.wanted': 'Te escribo cuando los apuntes lo respondan.',
  'gaps.gone': 'Ya no recuerdo esa pregunta; fue hace tiempo. No ha cambiado nada; hazla otra vez.',
  'gaps.answered': 'Preguntaste por «{query}»: los apuntes ya lo responden.',
  'gaps.see': 'Ver «{title}»',

  // Repasar
  'review.caption': '{deck} · {position, number} de {of, number}',
  'review.caption.again': '{deck} · otra vez',
  'review.show': 'Mostrar',
  'review.hint': 'Pista: {hint}',
  'review.hint.button': 'Pista',
  'review.notes': 'En los apuntes',
  'review.later': 'Parar por ahora',
  'review.grade.again': 'Otra vez',
  'review.grade.hard': 'Difícil',
  'review.grade.good': 'Bien',
  'review.grade.easy': 'Fácil',
  'review.grade.when': '{grade} · {when}',
  'review.when.today': 'hoy',
  'review.when.days': '{days, number} d',
  'review.when.months': '{months, number} meses',
  'review.when.years': '{years, plural, one {# año} other {# años}}',
  'review.grades.first':
    'Primera vez: vuelve mañana y después a los 6 días. Tu nota decide lo rápido que crece a partir de ahí.',
  'review.grades.note': '«Otra vez» y «Difícil» vuelven una vez más antes de terminar.',
  'review.continued': 'Te quedaste aquí.',
  'review.start': 'Empezar a repasar',
  'review.continue': 'Seguir',
  'review.done': 'Hecho',
  'review.done.body':
    '{cards, plural, one {Una tarjeta} other {# tarjetas}}, {firstTry, number} a la primera, {minutes, number} min.',
  'review.done.hardest': 'Se te ha resistido: {front}',
  'review.done.see': 'Verla en los apuntes',
  'review.done.none': 'Aquí no quedaba nada que preguntar.',
  'review.nothing': '{scope, select, deck {Hoy no toca nada de {deck}} other {Hoy no toca nada}}',
  'review.over': 'Hecho por hoy',
  'review.beyond':
    '{cards, plural, one {Una tarjeta pasa} other {# tarjetas pasan}} del límite de hoy, porque has pedido este mazo.',
  'review.no-deck': 'No tengo ningún mazo llamado «{asked}».',
  'review.no-deck.choose': 'Elige uno',
  'review.already': 'Esa respuesta ya estaba contada.',
  'review.moved-on': 'Has avanzado desde entonces; estás aquí.',
  'review.unknown': 'Ya no conozco ese repaso. Tu progreso está a salvo; puedes empezar otro.',
  'review.not-yours': 'Esa tarjeta es de otra persona. Puedes empezar las tuyas.',
  'review.paused': 'En pausa. Todo está guardado; hoy puedes seguir desde aquí.',

  // Cuánto hay. Las palabras son siempre las mismas: para repasar, nuevas hoy, por ver, vistas (CONTRIBUTING.md).
  'day.due': '{cards, number} para repasar',
  'day.fresh': '{cards, plural, one {# nueva hoy} other {# nuevas hoy}}',
  'day.to-come': '{cards, number} por ver',
  'day.nothing': 'nada por ahora',
  'day.waiting': '{cards, plural, one {Te espera una tarjeta más} other {Te esperan # tarjetas más}}: {counts}.',
  'day.reached':
    '{met, plural, =0 {Tus ajustes no traen tarjetas nuevas} one {La nueva de hoy está hecha} other {Las # nuevas de hoy están hechas}}, {cards, plural, one {queda una} other {quedan #}} por ver{scope, select, deck { en {deck}} other {}}.',
  'day.held':
    '{cards, plural, one {Queda una tarjeta más} other {Quedan # tarjetas más}} para repasar, por encima de {limit, plural, one {la única} other {las #}} al día que has elegido.',
  'day.held.review': '{cards, plural, one {Repasarla igualmente} other {Repasarlas igualmente}}',
  'day.more': '{cards, number} más',
  'day.last': '{cards, plural, one {La última} other {Las últimas #}}',
  'day.all-met':
    'Has visto {cards, plural, one {la única tarjeta} other {las # tarjetas}}{scope, select, deck { de {deck}} other {}}.',
  'day.next': '{cards, plural, one {La próxima toca} other {Las próximas # tocan}} {day}.',
  'day.practise': 'Practicar igualmente',
  'day.no-cards':
    '{scope, select, deck {{deck} no tiene tarjetas que preguntar.} other {Aquí todavía no hay tarjetas.}}',
  'day.tomorrow':
    '{after, select, yes {Cuando acabes lo de hoy, mañana} other {Mañana}} te {kind, select, due {{due, plural, one {espera una tarjeta para repasar} other {esperan # tarjetas para repasar}}} fresh {{fresh, plural, one {espera una tarjeta nueva} other {esperan # tarjetas nuevas}}} other {esperan {due, number} para repasar y {fresh, plural, one {una nueva} other {# nuevas}}}}.',

  // Límites
  'limits.new': 'Tarjetas nuevas al día',
  'limits.new.option':
    '{cards, plural, =0 {Ninguna tarjeta nueva} one {Una tarjeta nueva al día} other {# tarjetas nuevas al día}}',
  'limits.due': 'Tarjetas para repasar al día',
  'limits.due.option':
    '{limited, select, no {Todas las que toquen} other {{cards, plural, one {Una para repasar al día} other {# para repasar al día}}}}',
  'limits.session': 'Tarjetas por sesión',
  'limits.session.option':
    '{limited, select, no {Todo lo que espera en una sesión} other {{cards, plural, one {Sesiones de una tarjeta} other {Sesiones de # tarjetas}}}}',
  'limits.all': 'todas',

  // Mazos
  'decks.title': 'Mazos',
  'decks.none': 'Aquí todavía no hay mazos.',
  'decks.in-all': '{cards, number} en total',
  'decks.today': 'Todos los mazos: {counts}.',
  'decks.note': 'La barra muestra cuántas tarjetas has visto.',
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
    '{part, select, morning {Buenos días} afternoon {Buenas tardes} other {Buenas noches}}, {name}. {cards, plural, one {Una tarjeta} other {# tarjetas}}, {minutes, plural, one {alrededor de un minuto} other {unos # minutos}}: {counts}.{rest, plural, =0 {} one { Después te espera una más.} other { Después te esperan # más.}}',
  'daily.unreachable':
    'No he podido llevarte tu último mensaje diario: tus mensajes directos están cerrados para mí. Ábrelos, o desactiva el mensaje.',
  'daily.settings': 'Ajustes',

  'daily.zone': 'No sé cuál es tu zona horaria y supongo que tu reloj marca las {time}. ¿Es así?',
  'daily.zone.right': 'Sí, es así',

  // Hoy
  'today.title': 'Hoy',
  'today.due': 'Para hoy',
  'today.asked': 'las tarjetas que has pedido',
  'today.to-come': 'Por ver',
  'today.cards': '{cards, plural, one {una tarjeta} other {# tarjetas}}',
  'today.streak': 'Racha',
  'today.streak.value': '{days, plural, one {un día} other {# días}}',
  'today.streak.open':
    '{days, plural, =0 {empieza con tu próxima tarjeta} one {un día; hoy aún está abierto} other {# días; hoy aún está abierto}}',

  // Tarjetas hechas en el chat
  'card.shortcut': 'Crear una tarjeta',
  'card.form': 'Tarjeta nueva',
  'card.front': 'Pregunta',
  'card.front.placeholder': '¿Qué es un layer?',
  'card.back': 'Respuesta',
  'card.save': 'Guardar',
  'card.deck': 'Tarjetas del chat',
  'card.blank': 'Una tarjeta necesita pregunta y respuesta. No se ha guardado nada.',
  'card.known': 'El mazo ya pregunta esto. No ha cambiado nada.',
  'card.added': 'Guardada en «{deck}», para todos los de aquí.',

  'card.suggested': 'Gracias. Quien cuida los mazos de aquí verá tu tarjeta y decidirá.',
  'change.not-allowed':
    'Solo quienes administran este lugar, y quienes ellos nombren, pueden cambiar lo que todos aprenden. No ha cambiado nada; puedes proponer una tarjeta.',

  // Tarjetas hechas aquí
  'cards.title': '{cards, plural, one {Una tarjeta hecha o cambiada aquí} other {# tarjetas hechas o cambiadas aquí}}',
  'cards.found': '{cards, plural, one {Una tarjeta con «{words}»} other {# tarjetas con «{words}»}}',
  'cards.none': 'Aún nadie ha hecho ni cambiado una tarjeta aquí. Cualquier otra se encuentra por sus palabras.',
  'cards.none-found': 'Ninguna tarjeta dice «{words}».',
  'cards.note': 'Cualquier tarjeta se encuentra por sus palabras.',
  'cards.by.changed': 'la cambió {name}, {day}',
  'cards.by.paused': 'la pausó {name}, {day}',
  'cards.edit': 'Cambiar una tarjeta',
  'cards.pause': 'Pausar una tarjeta',
  'cards.resume': 'Despertar una tarjeta',
  'cards.queue': 'Propuestas',
  'cards.back': 'Volver a las tarjetas',
  'cards.changed': 'Cambiada: «{front}». Todos conservan su progreso.',
  'cards.paused': 'En pausa: «{front}». Ya no se pregunta a nadie; todos conservan su progreso.',
  'cards.resumed': 'Despierta: «{front}». Se pregunta otra vez, con el progreso de todos.',
  'cards.stays': 'Así se queda hasta que {file} diga otra cosa ahí.',
  'cards.too-long': 'Esa tarjeta no cabe en un formulario. No ha cambiado nada; cámbiala en sus apuntes.',
  'cards.gone': 'Esa tarjeta ya no está aquí.',

  // Propuestas
  'queue.title': '{waiting, plural, one {Una propuesta} other {# propuestas}}',
  'queue.empty': 'No espera ninguna propuesta.',
  'queue.notes': 'Apuntes: {file}',
  'queue.only-notes': 'No espera ninguna tarjeta. Esperan estos apuntes:',
  'queue.from': '{name} propone:',
  'queue.accept': 'Aceptar',
  'queue.edit': 'Editar',
  'queue.drop': 'Descartar',
  'queue.accepted': 'Aceptada.',
  'queue.dropped': 'Descartada.',
  'queue.known': 'Alguien ya ha decidido esto. No ha cambiado nada.',
  'queue.gone': 'Ya no tengo esos apuntes. No ha cambiado nada; envíalos otra vez.',

  // Apuntes enviados en el chat
  'import.form': 'Tus apuntes',
  'import.look': 'Mirarlo',
  'import.file': 'Un archivo: Markdown, texto, CSV, JSON, Anki o zip',
  'import.text': 'O los apuntes mismos',
  'import.text.placeholder': '**Layer**: un paso de un Dockerfile, que se guarda y se reutiliza.',
  'import.name': 'Cómo se llama el mazo',
  'import.title': 'En qué se convertiría «{name}»',
  'import.counts':
    '{added, plural, one {# nueva} other {# nuevas}}, {changed, plural, one {# editada} other {# editadas}} (se conserva el progreso), {moved, plural, one {# movida} other {# movidas}}, {removed, plural, =0 {ninguna desaparece} one {una desaparece: en pausa} other {# desaparecen: en pausa}}{unclear, plural, =0 {} one {, # dudosa} other {, # dudosas}}, {unchanged, plural, one {# como estaba} other {# como estaban}}.',
  'import.added': 'Nuevas',
  'import.changed': 'Editadas',
  'import.superseded': 'Cambiadas aquí a mano: ganan los apuntes',
  'import.removed': 'Desaparecen: en pausa, nunca borradas',
  'import.unclear': 'Dudosas: ¿es una tarjeta que ya tienes?',
  'import.open.kept': 'sin decidir: cuenta como la misma tarjeta, con su progreso',
  'import.open.new': 'sin decidir: cuenta como nueva y la antigua queda en pausa',
  'import.decided.same': 'la misma tarjeta que la número {number, number}, progreso conservado',
  'import.decided.new': 'una tarjeta nueva',
  'import.choose': '{count, plural, =0 {Decisiones} one {Elegir (una abierta)} other {Elegir (# abiertas)}}',
  'import.choose.title': 'Tarjeta dudosa {number, number} de {of, number}',
  'import.choose.fresh': 'Los apuntes dicen:',
  'import.choose.stored': 'Puede ser una de estas, con el progreso de todos:',
  'import.choose.which': '¿Qué tarjeta es?',
  'import.option.new': 'Una tarjeta nueva',
  'import.option.open': 'Dejarlo abierto',
  'import.previous': 'Anterior',
  'import.next': 'Siguiente',
  'import.back': 'A la diferencia',
  'import.all-clear': 'Ya no hay nada dudoso.',
  'import.more': '{count, plural, one {y una más} other {y # más}}',
  'import.skipped':
    '{count, plural, one {Una línea no da tarjeta.} other {# líneas no dan tarjeta.}} La orden «repaso cards» dice por qué en cada una.',
  'import.apply': 'Aplicar',
  'import.drop': 'Dejarlo',
  'import.waits': 'Aún no ha cambiado nada: decide quien cuida los mazos de aquí.',
  'import.applied': 'Hecho: {name}.',
  'import.dropped': 'Se queda como estaba.',
  'import.unchanged': 'El mazo ya dice esto.',
  'import.unreadable':
    'No encuentro ninguna tarjeta en {file}. No ha cambiado nada. Líneas como «**Término**: definición» se vuelven tarjetas.',
  'import.too-large': 'Ese archivo pasa de 10 MB. No se ha leído nada; divídelo y envía las partes.',
  'import.no-notes':
    'Leo apuntes (.md, .markdown, .txt), tarjetas (.csv, .tsv, .json, .apkg) y un .zip con ellos, hasta 10 MB. No ha cambiado nada.',
  'import.no-cards': 'En {file} no hay ninguna tarjeta. No ha cambiado nada.',
  'import.refused.too-much':
    '{file} trae demasiado: como máximo 10.000 tarjetas por mazo, 1.000 mazos, 10.000 archivos y 100 MB descomprimidos. No ha cambiado nada; divídelo.',
  'import.refused.newer':
    '{file} es de una versión más nueva de su programa. No ha cambiado nada; guárdalo en un formato anterior.',
  'import.refused.encrypted': '{file} está cifrado. No ha cambiado nada; envíalo sin contraseña.',
  'import.refused.unsafe':
    '{file} no es lo que escribiría un programa de tarjetas o Notion, así que no lo he abierto. No ha cambiado nada.',
  'import.refused.shape': '{file} no trae tarjetas en un formato que yo conozca. No ha cambiado nada.',
  'import.refused.broken': '{file} está dañado y no se puede leer. No ha cambiado nada; expórtalo otra vez.',
  'import.progress':
    '{count, plural, one {Viene también tu progreso con una tarjeta, solo para ti.} other {Viene también tu progreso con # tarjetas, solo para ti.}}',
  'import.progress-brought':
    '{count, plural, one {Ha venido el progreso con una tarjeta.} other {Ha venido el progreso con # tarjetas.}}',
  'import.progress-kept':
    '{count, plural, one {Una tarjeta ya se había repasado aquí y conserva su progreso.} other {# tarjetas ya se habían repasado aquí y conservan su progreso.}}',
  'import.more-decks': '{count, plural, one {y un mazo más} other {y # mazos más}}',
  'import.nothing': 'Envía un archivo, o escribe los apuntes en el cuadro. No ha cambiado nada.',
  'import.too-many':
    'Serían {cards, number} tarjetas; un mazo admite {max, number}. No ha cambiado nada; divide los apuntes.',

  // Los mazos en un archivo
  'export.title': '¿Qué clase de archivo?',
  'export.format.apkg': 'Anki',
  'export.format.csv': 'CSV',
  'export.format.json': 'JSON',
  'export.format.zip': 'Markdown',
  'export.about.apkg': '**Anki** (.apkg): las tarjetas y tu progreso, para Anki y de vuelta.',
  'export.about.csv': '**CSV**: una tabla de las tarjetas y tu progreso, para hojas de cálculo y de vuelta.',
  'export.about.json': '**JSON**: todo lo de las tarjetas y tu progreso, para programas y de vuelta.',
  'export.about.zip': '**Markdown** (.zip): los apuntes como se leyeron, sin progreso.',
  'export.own': 'Solo tú ves el archivo, y no lleva más progreso que el tuyo.',
  'export.done':
    'Aquí está {name}: {cards, plural, one {una tarjeta} other {# tarjetas}} de {decks, plural, one {un mazo} other {# mazos}}.',
  'export.progress': 'Lleva tu progreso, y el de nadie más.',
  'export.no-media':
    '{count, plural, one {Falta una imagen o grabación} other {Faltan # imágenes y grabaciones}}: están junto a los apuntes.',
  'export.nothing': 'Aquí no hay ninguna tarjeta que guardar en un archivo.',
  'export.not-taken':
    'Aquí no se ha podido enviar el archivo. No se ha perdido nada; prueba con un mazo, o con otro formato.',
  // Cambios de los mazos y de los apuntes del disco
  'history.title': 'Últimos cambios',
  'history.line':
    '**{name}** · {day}, {time} · {who}: {added, plural, one {# nueva} other {# nuevas}}, {changed, plural, one {# editada} other {# editadas}}, {removed, plural, one {# desaparecida} other {# desaparecidas}}{state, select, undone { (deshecho)} undo { (deshizo un cambio)} other {}}',
  'history.someone': 'alguien',
  'history.cli': 'la línea de órdenes',
  'history.start': 'los apuntes del disco',
  'undo.button': 'Deshacer (versión {version, number})',
  'undo.button.deck': 'Deshacer {name} (versión {version, number})',
  'undo.done':
    '{name}: versión {version, number} deshecha. {added, plural, =0 {} one {Una tarjeta se pregunta otra vez. } other {# tarjetas se preguntan otra vez. }}{changed, plural, =0 {} one {Una vuelve a decir lo de antes. } other {# vuelven a decir lo de antes. }}{removed, plural, =0 {} one {Una queda en pausa. } other {# quedan en pausa. }}Nadie pierde progreso.',
  'undo.nothing': 'No hay ningún cambio que se pueda deshacer. No se ha cambiado nada.',
  'undo.changed-since':
    '{name} ha cambiado desde entonces y no he deshecho nada. Los mazos enseñan los últimos cambios.',
  'folder.applied':
    'Los apuntes del disco han cambiado. **{name}**: {added, plural, one {# nueva} other {# nuevas}}, {changed, plural, one {# editada} other {# editadas}} (progreso conservado), {removed, plural, one {# desaparecida} other {# desaparecidas}} (en pausa).',
  'folder.waits': 'Los apuntes del disco han cambiado: {file} espera tu sí. Aún no ha cambiado nada.',
  'folder.changed': '{file} ha cambiado en el disco. Aquí aún no ha cambiado nada.',
  'folder.gone':
    '{file} ya no está en el disco. Sus tarjetas se preguntan hasta que tú lo digas; entonces quedan en pausa, nunca se borran.',

  // Quién puede cambiar los mazos
  'editors.title': 'Quién puede cambiar los mazos',
  'editors.body': 'Tú, como todos los que administran este lugar, y quienes nombres aquí.',
  'editors.add': 'Nombrar a alguien',
  'editors.remove': 'Quitar a alguien de la lista',
  'editors.not-allowed':
    'Solo quienes administran este lugar pueden nombrar a quién puede cambiar sus mazos. No ha cambiado nada.',

  // Clasificación
  'leaderboard.title': 'Semana {week, number}',
  'leaderboard.row': '{rank, number}. {name}',
  'leaderboard.count': '{reviews, plural, one {un repaso} other {# repasos}} · {share} a la primera',
  'leaderboard.none': 'Nadie ha repasado todavía esta semana. La primera tarjeta ya cuenta.',
  'leaderboard.note': 'Del {from} al {to}. Cuentan las tarjetas que tocaban; las repeticiones de la misma sesión, no.',
  'leaderboard.more': '{count, plural, one {Una persona más} other {# personas más}} también han repasado.',
  'leaderboard.mine': 'Empezar a repasar',

  // Ayuda y bienvenida
  'help.title': 'Lo que puedo hacer',
  'help.intro': 'Te enseño tus propios apuntes, unas pocas tarjetas al día, hasta que te los sepas.',
  'help.row': '`{command}`: {description}',
  'help.private': 'Solo tú ves las respuestas, menos la clasificación y lo que compartas.',
  'help.group.learn': 'Aprender',
  'help.group.ask': 'Preguntar',
  'help.group.care': 'Cuidar los apuntes',
  'help.back': 'Volver',
  'help.care.note':
    'Para quienes gestionan este sitio y a quienes nombran con editores. Cualquiera puede proponer una tarjeta.',
  'help.decks': 'Mazos',
  'welcome.title': 'Hola, {name}',
  'welcome.body': 'Soy Repaso. Te enseño los apuntes que hay aquí, unas pocas tarjetas al día, hasta que te los sepas.',
  'welcome.decks.some':
    '{cards, plural, one {Hay una tarjeta lista} other {Hay # tarjetas listas}} en {decks, plural, one {el mazo {names}} other {# mazos: {names}}}.',
  'welcome.try': 'Tres cosas para empezar:',
  'welcome.explain': '¿Qué es {title}?',
  'welcome.review': 'Empezar a repasar',
  'welcome.decks': 'Ver los mazos',

  'welcome.decks.none': 'Aquí todavía no hay apuntes. Manda algunos con `{lead}importar` y hago tarjetas con ellos.',
  'welcome.note':
    'Pregúntame lo que quieras con tus palabras; `{lead}ayuda` muestra todos los comandos. Quien gestiona este sitio puede cambiar los apuntes, los demás pueden proponer. Solo te escribo por mi cuenta si activas `{lead}diario`.',

  // Listas, página a página
  'page.place': '{from, number}–{to, number} de {total, number}',
  'page.before': 'Anterior',
  'page.after': 'Siguiente',

  // Fechas
  'date.weekday': 'el {name}',
  'date.day': 'el {day}',

  // Slack
  'form.close': 'Cerrar',
  'form.notice': 'Repaso',
  'file.direct': 'El archivo está en nuestros mensajes directos.',
  'file.rest-follows': 'Lo demás está en el archivo.',

  // Fallos
  'failure.error':
    'Algo ha fallado por mi parte. Lo que ya habías hecho está guardado; inténtalo otra vez. *(ref. {ref})*',
  'failure.database':
    'Ahora mismo no llego a mi base de datos. Lo que ya habías hecho está a salvo; pulsa otra vez en un momento. *(ref. {ref})*',
  'failure.too-late': 'He tardado más de lo que tu chat espera por un formulario. No ha cambiado nada; pulsa otra vez.',
  'failure.unknown': 'No conozco «{name}». Quizá sea de otra versión mía. Pídeme ayuda y te enseño lo que puedo hacer.',

  // La sala web local
  'room.bot': 'Repaso',
  'room.name': 'Sala local',
  'room.note': 'Esta es la sala local: está en ella quien pueda abrir esta dirección en esta máquina.',
  'room.no-script': 'La sala necesita JavaScript para estar viva. Actívalo en esta página y cárgala otra vez.',
  'room.skip': 'Ir a la caja de mensajes',
  'room.conversation': 'Conversación',
  'room.earlier': 'Anteriores',
  'room.beginning': 'Aquí empieza la conversación.',
  'room.new-below': 'Hay más abajo',
  'room.message': 'Mensaje',
  'room.placeholder': 'Escribe a todos, o / para ver las órdenes',
  'room.send': 'Enviar',
  'room.suggestions': 'Sugerencias',
  'room.suggestion-count': '{count, plural, =0 {Sin sugerencias} one {Una sugerencia} other {# sugerencias}}',
  'room.only-you': 'Solo lo ves tú',
  'room.unkept': 'No he podido guardar esta respuesta: no estará cuando cargues la página otra vez.',
  'room.show-rest': 'Ver el resto',
  'room.choose': 'Elige',
  'room.cancel': 'Cancelar',
  'room.required': 'obligatorio',
  'room.keys-hint': 'Teclas: Intro muestra, de 1 a 4 puntúan.',
  'room.people': 'Quién está',
  'room.people-count': '{count, plural, one {Hay una persona} other {Hay # personas}}',
  'room.you': 'tú',
  'room.your-name': 'Tu nombre',
  'room.save-name': 'Guardar',
  'room.line-not-kept':
    'Ahora mismo no llego a mi base de datos. Tu mensaje no se ha enviado; sigue en la caja. Envíalo otra vez en un momento.',
  'room.stopping': 'Repaso se está parando. Lo que has escrito sigue aquí; envíalo cuando vuelva.',
  'room.too-fast': 'Vas un poco deprisa. No se pierde nada; inténtalo en unos segundos.',
  'room.too-long':
    'En un mensaje caben {max, number} caracteres. El tuyo sigue en la caja; acórtalo y envíalo otra vez.',
  'room.bad-request': 'No he podido leerlo. No ha cambiado nada; carga la página otra vez y vuelve a intentarlo.',
  'room.file-limit': 'Como mucho {size}.',
  'room.file-kinds': 'Vale un archivo {kinds}.',
  'room.save-file': 'Guardar {name} ({size})',
  'room.file-gone': 'Ese archivo ya no se guarda. Pídelo otra vez.',
  'room.file-too-large': 'Un archivo puede tener {size} como mucho. No se ha enviado nada; elige uno más pequeño.',
  'room.file-wrong-kind': 'Un archivo así no se puede leer aquí, solo {kinds}. No se ha enviado nada; elige otro.',
  'room.bad-name': 'Un nombre tiene de 1 a {max, number} caracteres. El tuyo no ha cambiado.',
  'line.missing-option': 'Falta {option}. Así: {usage}',
  'line.wrong-choice': '{option} puede ser: {allowed}.',
  'line.not-a-number': '{option} es un número entero.',
  'line.too-much': 'Eso es más de lo que admite la orden. Así: {usage}',
  'room.names.animals':
    'Zorro, Nutria, Garza, Lince, Tejón, Búho, Liebre, Foca, Petirrojo, Lobo, Vencejo, Ciervo, Grulla, Pinzón, Castor, Marta',
  'room.names.colours': 'azul, verde, ámbar, plata, coral, violeta, turquesa, carmesí, gris, oliva, cobre, índigo',
  'room.names.join': '{animal} {colour}',
  'room.client.working': 'Trabajando …',
  'room.client.uploading': 'Subiendo …',
  'room.client.reconnecting': 'Reconectando …',
  'room.client.cookies':
    'Esta sala distingue a las personas por una cookie, y tu navegador no guarda ninguna. Permítelas en esta dirección y carga la página otra vez.',
  'room.client.tabs': 'La sala está abierta en muchas pestañas; esta ha dejado de escuchar.',
  'room.client.not-sent': 'A Repaso no le ha llegado. Tu mensaje sigue en la caja; envíalo otra vez.',
  'room.client.not-pressed': 'A Repaso no le ha llegado. No ha cambiado nada; pulsa otra vez.',
  'room.client.earlier-away': 'Ahora mismo no llego a los mensajes anteriores. Inténtalo en un momento.',
  'room.client.name-saved': 'Tu nombre está guardado.',
} as const satisfies Record<MessageKey, string>;
