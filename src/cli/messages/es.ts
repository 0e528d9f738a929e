import type { CliKey } from './catalogue.js';

/** Todas las palabras de la línea de órdenes en español, como mensajes ICU. */
export const es = {
  'program.description': 'Repaso: un tutor de chat que enseña a cada cual sus propios apuntes',
  'verb.start': 'pone en marcha el tutor con todos los adaptadores configurados',
  'verb.cards': 'enseña qué tarjetas saldrían de estos apuntes; no guarda nada',
  'verb.import': 'lleva apuntes a la base de datos, como una diferencia',
  'verb.explain': 'busca un concepto en los apuntes, sin base de datos',
  'verb.schedule': 'repite historiales de repasos con un planificador',
  'verb.migrate': 'lleva la base de datos a esta versión',
  'verb.doctor': 'revisa configuración, base de datos y apuntes, y dice qué arreglar',
  'option.json': 'salida para programas y nada más',
  'option.workspace': 'el espacio al que importar',
  'option.dry-run': 'enseña la diferencia y no guarda nada',
  'option.notes': 'archivos o carpetas de apuntes',
  'option.limit': 'resultados como máximo',
  'option.batch': 'un archivo con un objeto JSON por línea; - para la entrada estándar',
  'option.scheduler': 'el planificador',
  'argument.paths': 'archivos o carpetas de apuntes; - para la entrada estándar',
  'argument.query': 'el concepto o la pregunta',

  'usage.problem': 'repaso: {problem}',
  'usage.unknown-command': 'no existe el verbo «{name}»',
  'usage.unknown-option': 'no existe la opción {name}',
  'usage.missing-argument': 'falta el argumento <{name}>',
  'usage.missing-value': 'la opción {name} necesita un valor',
  'usage.missing-option': 'falta la opción {name}',
  'usage.batch-missing': 'no se puede leer el archivo {file}',
  'usage.excess': 'sobran argumentos',
  'usage.limit': '--limit es un número entero de 1 a 100, no «{value}»',
  'usage.scheduler': '--scheduler es sm2, no «{value}»',
  'usage.explain-both': 'da una pregunta o --batch, no las dos cosas',
  'usage.explain-none': 'da una pregunta, o --batch ARCHIVO',
  'usage.workspace': 'no existe el espacio «{name}». Conocidos: {known}',

  'config.problems': '{count, plural, one {Hay un ajuste mal:} other {Hay # ajustes mal:}}',
  'config.problem': '  {problem}',
  'config.mend': 'Corrígelo en el entorno o en .env; .env.example enumera todas las variables.',

  'file.missing': 'no existe ese archivo ni esa carpeta',
  'file.unreadable': 'no se puede leer ({reason})',
  'file.no-notes': 'la carpeta no tiene apuntes (.md, .markdown, .txt)',
  'file.too-large': 'el archivo ocupa {megabytes, number} MB; se admiten 10 MB. Divídelo en varios.',
  'file.twice': 'dos archivos darían el mismo mazo ({other}); cambia el nombre de uno',

  'problem.line': '{place}: {message} ({code})',
  'problem.count':
    '{count, plural, =0 {No se ha saltado nada.} one {Una línea no da tarjeta:} other {# líneas no dan tarjeta:}}',
  'repair.line': '{file}: {encoding}; {lines, plural, one {una línea reparada} other {# líneas reparadas}}',
  'cards.deck': '{name} · {cards, plural, one {una tarjeta} other {# tarjetas}} · {source}',
  'cards.total':
    '{cards, plural, one {Una tarjeta} other {# tarjetas}} en {decks, plural, one {un mazo} other {# mazos}}.',

  'import.counts':
    '{added, number} nuevas, {changed, number} editadas (progreso conservado), {moved, number} movidas, {removed, number} desaparecidas (en pausa), {unchanged, number} iguales.',
  'import.dry-run': 'No se ha guardado nada: era un ensayo.',
  'import.stopped': 'No se ha importado nada: corrige los archivos de arriba y vuelve a intentarlo.',
  'import.deck': '{name}: {counts}',

  'explain.none': 'Los apuntes no responden a «{query}».',
  'explain.near': 'Cerca: {titles}',
  'explain.source': '{path} · {file}:{line, number}',

  'batch.bad-line': '{file}:{line, number}: {message}',
  'batch.not-json': 'no es un objeto JSON',

  'store.locked':
    'Otro Repaso está usando {folder}{pid, select, none {} other { (proceso {pid})}}. Páralo, o pon otra carpeta en REPASO_DATA.',
  'store.unreadable':
    'La base de datos de {folder} no arranca. No se ha cambiado nada en ella: pon una copia de seguridad en su lugar, o pon otra carpeta en REPASO_DATA.',
  'store.newer':
    'La base de datos está en la versión {database, number} y este programa conoce la {program, number}. Actualiza Repaso; no se ha cambiado nada.',
  'store.unreachable':
    'No llego a la base de datos en {address}{reason, select, none {} other { ({reason})}}. Comprueba que funciona y que DATABASE_URL es correcta.',
  'store.away':
    'La base de datos se ha ido mientras trabajaba. Lo confirmado está guardado; vuelve a intentarlo cuando esté.',
  unexpected: 'Algo ha fallado: {message} (ref. {ref})',

  'migrate.done':
    '{applied, plural, =0 {La base de datos está al día (versión {to}).} one {Una migración aplicada: versión {from} → {to}.} other {# migraciones aplicadas: versión {from} → {to}.}}',

  'start.title': 'Repaso {version}',
  'start.database.new': 'Creando la base de datos en {where} (primera vez, unos cinco segundos)',
  'start.database.open': 'Abriendo la base de datos en {where}',
  'start.database.ready':
    'Base de datos lista{applied, plural, =0 {} one {, una migración aplicada} other {, # migraciones aplicadas}}',
  'start.notes': 'Leyendo los apuntes de {folder}',
  'start.deck':
    '{name}: {cards, plural, one {una tarjeta} other {# tarjetas}}{changes, select, none {} other { ({changes})}}',
  'start.deck.failed': '{file}: no cargado. {message}',
  'start.no-notes': 'No hay apuntes en {folder}: pon ahí archivos Markdown y vuelve a empezar.',
  'start.ready': 'Listo: {url}',
  'start.ready.no-web': 'Listo. El chat web está apagado (REPASO_WEB=off).',
  'start.stop-hint': 'Pulsa Ctrl+C para parar.',
  'start.stopping': 'Parando: termino lo que está a medias …',
  'start.stopped': 'Parado. Todo está guardado.',
  'start.port-taken':
    'El puerto {port, number, ::group-off} de {host} está ocupado. Para lo que lo usa, o cambia PORT (0 busca uno libre).',
  'start.host': 'No se puede escuchar en {host} ({reason}). Pon en HOST 127.0.0.1 o una dirección de esta máquina.',

  'doctor.ok': '✓ {name}: {detail}',
  'doctor.bad': '✗ {name}: {detail}',
  'doctor.mend': '  → {mend}',
  'doctor.node': 'Node.js',
  'doctor.node.mend': 'Instala Node.js 20.19 o posterior.',
  'doctor.config': 'Configuración',
  'doctor.config.good': 'todos los ajustes se entienden',
  'doctor.database': 'Base de datos',
  'doctor.database.good':
    '{kind, select, embedded {incluida, en {where}} other {servidor, {where}}}, versión {version, number}',
  'doctor.database.none': 'aún no hay en {where}; se crea al empezar',
  'doctor.database.in-use': 'la usa un Repaso en marcha (proceso {pid})',
  'doctor.folder.mend': 'Da a este usuario permiso para escribir en {where}, o cambia REPASO_DATA.',
  'doctor.notes': 'Apuntes',
  'doctor.notes.good':
    '{files, plural, one {un archivo} other {# archivos}}, {cards, plural, one {una tarjeta} other {# tarjetas}}',
  'doctor.notes.mend': 'Corrige el archivo, o sácalo de {folder}.',
  'doctor.clock': 'Reloj',
  'doctor.clock.good': '{time} en {zone}',
  'doctor.clock.behind': 'difiere de la base de datos en {seconds, number} s',
  'doctor.clock.mend': 'Pon en hora esta máquina (NTP): de ella dependen las fechas y los mensajes diarios.',
  'doctor.web': 'Chat web',
  'doctor.web.good': 'escucharía en {address}',
  'doctor.web.off': 'apagado',
  'doctor.web.taken': '{address} está ocupado; un Repaso en marcha es una buena razón',

  // Problems of notes, by code
  'problem.code.too-deep': 'el Markdown está anidado a demasiada profundidad',
  'problem.code.invalid-utf8': 'esto no es UTF-8 válido; guarda el archivo como UTF-8',
  'problem.code.invalid-utf16': 'esto no es UTF-16 válido; guarda el archivo como UTF-8',
  'problem.code.too-large': 'el archivo es demasiado grande; los apuntes pueden ocupar 10 MB como máximo',
  'problem.code.binary': 'el archivo es binario, no texto',
  'problem.code.empty': 'el archivo está vacío',
  'problem.code.lost-character': 'un carácter está dañado sin remedio',
  'problem.code.table': 'una tabla sin nada que preguntar',
  'problem.code.code-label': 'solo nombra el código de debajo',
  'problem.code.introduction': 'solo presenta lo que sigue',
  'problem.code.question': 'una pregunta sin respuesta al lado',
  'problem.code.part-of-list': 'se pregunta con la lista en la que está',
  'problem.code.too-short': 'demasiado corto para ser un dato',
  'problem.code.cross-reference': 'solo remite a otra entrada',
  'problem.code.no-fact': 'no hay un dato que se entienda solo',
  'problem.code.code-without-purpose': 'código sin una frase que diga para qué es',
  'problem.code.html': 'el HTML no se lee',
  'problem.code.link-target': 'el destino de un enlace no es un dato',
  'problem.code.footnote': 'las notas al pie no se leen',
  'problem.code.asked-already': 'otra tarjeta ya pregunta lo mismo',
  'problem.code.duplicate': 'la misma tarjeta sale de una línea anterior',
  'problem.code.long-answer': 'la respuesta pasa de 60 palabras',
  'problem.code.long-question': 'la frase es demasiado larga para preguntarla de una vez',
  'problem.code.no-words': 'no hay palabras que aprender',
  'problem.code.given-away': 'la pregunta delataría la respuesta',
  'problem.code.damaged': 'las palabras están dañadas',
  'problem.code.no-facts-here': 'la sección enumera tareas, enlaces o créditos',
  'problem.code.long-prose': 'el texto es demasiado largo para sacar datos sueltos',
  'problem.code.task': 'una tarea no es un dato',
  'problem.code.todo': 'una nota para uno mismo no es un dato',
  'problem.code.credits': 'los créditos no son un dato',
  'problem.code.directive': 'una directiva no es texto',
  'problem.code.blank': 'un hueco por rellenar no es un dato',
  'problem.code.link': 'un enlace no es un dato',
} as const satisfies Record<CliKey, string>;
