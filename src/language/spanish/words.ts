/** Spanish words that the question grammar knows. All are folded: lower case, no accents. */

const list = (text: string) => text.trim().split(/\s+/);

/** Verbs conjugated by the book. */
const REGULAR = list(`
  abarcar abrir acceder aceptar aclarar acompañar activar actualizar actuar adaptar administrar admitir afectar
  agregar agrupar ahorrar aislar ajustar alcanzar alimentar alinear almacenar alojar alterar amortiguar ampliar
  analizar anular añadir apagar aparecer aplicar apoyar aportar aprovechar arrancar arrojar asegurar asignar asociar
  asumir atacar aumentar autenticar autorizar ayudar bajar basar beber bloquear borrar buscar calcular calentar
  calificar cambiar caracterizar cargar carecer causar ceder celebrar circular citar clasificar cobrar codificar
  combinar comenzar comer compartir compilar completar componer comprar comprender comprimir comprobar comunicar
  conceder concentrar conectar configurar confirmar conformar conllevar conquistar considerar consistir constar
  constituir consultar consumir contaminar contemplar continuar contratar controlar convivir coordinar copiar correr
  corresponder cortar crear crecer cubrir cuidar cumplir dañar deber decidir declarar decrecer dedicar deducir
  definir dejar delegar denominar depender depositar derivar desactivar desaparecer desarrollar descargar descomponer
  describir descubrir desembocar desencadenar designar desplazar desplegar desprender destacar destinar destruir
  detallar detectar determinar devolver diferenciar difundir digerir dirigir diseñar disminuir disparar disponer
  distinguir distribuir dividir documentar dominar duplicar durar editar ejecutar ejercer elaborar elegir eliminar
  emitir empaquetar emplear emular encapsular encargar encender encontrar enfocar enfrentar englobar enlazar
  ensamblar enseñar entender entregar enviar equivaler escanear escoger escribir escuchar especificar esperar
  establecer estimular estructurar estudiar evaluar evaporar evitar evolucionar examinar exceder excluir exigir
  existir expandir explicar explorar exponer exportar expresar extender extraer fabricar facilitar fallar favorecer
  fijar filtrar finalizar flotar fluir formar fomentar fortalecer fraccionar fragmentar fundar funcionar garantizar
  generar gestionar girar gobernar guardar guiar habilitar habitar heredar hospedar identificar ignorar iluminar
  impedir implementar implicar importar imprimir impulsar incluir incorporar incrementar indicar inducir influir
  informar iniciar insertar inspeccionar instalar instanciar integrar intentar interactuar intercambiar interceptar
  interconectar interpretar intervenir introducir invadir invertir invocar iterar juntar lanzar leer levantar liberar
  limitar limpiar llamar llegar llenar llevar localizar lograr luchar manejar manifestar mantener marcar medir
  mejorar mencionar migrar minimizar modelar modificar monitorear monitorizar montar morir mover multiplicar nacer
  necesitar negociar nombrar notificar obligar observar ocasionar ocultar ocupar ocurrir ofrecer operar optimizar
  ordenar organizar orientar orquestar oxidar paralizar parar participar partir pasar percibir perder perdurar
  permanecer permitir perseguir persistir pertenecer planificar plantear poblar poner poseer practicar predecir
  preparar presentar preservar prevenir priorizar procesar producir programar prohibir promover propagar proponer
  proporcionar proteger provenir provocar publicar quedar quemar quitar reaccionar realizar rechazar recibir recoger
  recolectar reconocer recopilar recorrer recuperar redirigir reducir reemplazar referenciar reflejar reforzar
  refrescar registrar regular reinar reiniciar relacionar rellenar renovar reparar repartir repetir replicar reportar
  representar reproducir requerir reservar residir resolver respaldar respetar respirar responder restaurar
  restringir resultar resumir retener reunir reutilizar revelar revisar romper rodear rotar secretar seguir segregar
  seleccionar señalar separar significar simplificar simular sincronizar sintetizar situar sobrevivir solicitar
  solucionar someter soportar sostener subir suceder sufrir sugerir sumar suministrar superar suponer supervisar
  sustituir terminar tender tocar tolerar tomar trabajar traducir transferir transformar transmitir transportar
  trasladar tratar ubicar unificar usar utilizar vaciar validar valorar variar encaminar enrutar rutear encolar
  apilar desapilar mapear parsear renderizar cachear escalar albergar abaratar abortar absorber abundar acabar
  acelerar acoger acortar acumular adherir adjuntar admirar adoptar agotar agravar aguantar ahondar alargar alejar
  aliviar alquilar alternar amenazar amortizar anidar anotar anticipar apartar aplazar apreciar aprender apuntar
  archivar arrastrar arrendar asimilar asistir asomar aspirar atenuar autorregular avanzar averiguar bastar batir
  bifurcar bombear brillar brindar brotar captar cazar censurar cesar chocar circundar clonar coincidir colaborar
  colocar colonizar comandar comerciar compensar comportar confiar confundir congelar conjugar conmutar conocer
  consolidar contagiar contrastar converger convocar cotizar cruzar cuestionar culminar cultivar curar debilitar
  declinar decrementar deformar degradar demandar demorar denotar denunciar derramar derribar derrotar desaprovechar
  desarmar descartar descender descentralizar descifrar desconectar desempeñar desencriptar desentrañar desgastar
  deshabilitar deslizar desmontar despejar desviar diagnosticar dictar difuminar dimitir discriminar discutir
  disputar divergir divulgar domesticar donar dotar drenar echar edificar elevar embarcar emerger emigrar emparejar
  empeorar encriptar endurecer engendrar enriquecer ensanchar entrañar entrenar envejecer equilibrar equipar
  erosionar escapar escasear esparcir estabilizar estallar estimar estirar estrechar evocar exagerar excavar excitar
  exentar expirar explotar expropiar expulsar extinguir facturar falsificar fermentar fertilizar fiscalizar florecer
  fluctuar fosilizar fotosintetizar fracasar frenar fundamentar fusionar germinar golpear grabar graficar gravar
  hidrolizar hilar honrar idear igualar imitar impartir impregnar inactivar incentivar incitar incurrir independizar
  inferir inhibir inmigrar innovar inscribir inspirar instaurar inundar inventar investigar irradiar irrigar izar
  jerarquizar justificar lavar legislar liderar ligar litigar lubricar madurar magnetizar masticar matar maximizar
  memorizar merecer metabolizar mezclar mitigar modular moldear molestar mutar narrar nivelar normalizar nutrir
  obedecer odiar omitir oprimir optar osar oscilar oxigenar pactar parecer patrocinar pausar pautar penetrar
  perfeccionar perforar perjudicar permear perpetuar perturbar pintar pivotar plasmar polarizar postular potenciar
  precisar prestar presidir presionar pretender prevalecer privar procurar proclamar profundizar prolongar promediar
  promulgar pronosticar pronunciar prosperar protagonizar proyectar pulir puntuar radicar ramificar rastrear
  ratificar razonar reabsorber realimentar rebajar recalcar recaudar recubrir redactar reescribir refinar reformar
  refrigerar refutar regenerar reintegrar reivindicar relajar relevar remitir rendir renunciar reposar reprimir
  repoblar resaltar rescatar resistir resonar retardar retirar retrasar retroceder rivalizar sacar salvar sanar
  saturar segmentar serializar simbolizar sintonizar sobrecargar socavar solapar solidificar sondear subdividir
  sublevar subordinar subrayar subsistir sujetar sumergir supeditar suprimir surgir suspender sustentar tapar tardar
  tejer teledirigir temer tensar testear timar tipificar titular totalizar trabar tramitar transcribir transcurrir
  transgredir transpirar trazar triplicar triunfar turnar unir urbanizar usurpar vaporizar vencer ventilar vetar
  vibrar viciar violar visitar vulnerar pagar ganar gastar arruinar negar educar navegar firmar vender verificar
  versionar viajar vigilar vincular virtualizar visualizar vivir volver votar
`).map((verb) => verb.normalize('NFD').replace(/\p{M}/gu, ''));

/** Verbs whose present is not by the book: third person singular / plural. */
const IRREGULAR = list(`
  abstrae/abstraen actua/actuan adquiere/adquieren agrega/agregan atrae/atraen atribuye/atribuyen cae/caen
  calienta/calientan cierra/cierran comienza/comienzan compone/componen comprueba/comprueban concluye/concluyen
  conduce/conducen consiente/consienten consigue/consiguen constituye/constituyen construye/construyen
  contiene/contienen contribuye/contribuyen convierte/convierten crece/crecen cuenta/cuentan da/dan decrece/decrecen
  defiende/defienden demuestra/demuestran describe/describen despliega/despliegan destruye/destruyen
  detiene/detienen devuelve/devuelven dice/dicen disminuye/disminuyen dispone/disponen distribuye/distribuyen
  elige/eligen empieza/empiezan encuentra/encuentran enciende/encienden entiende/entienden envia/envian exige/exigen
  establece/establecen extrae/extraen fluye/fluyen fortalece/fortalecen gobierna/gobiernan hace/hacen huye/huyen
  impide/impiden incluye/incluyen influye/influyen instruye/instruyen interviene/intervienen invierte/invierten
  mantiene/mantienen mide/miden mueve/mueven muere/mueren muestra/muestran obtiene/obtienen ofrece/ofrecen
  oye/oyen pide/piden pierde/pierden pone/ponen posee/poseen prefiere/prefieren prevé/preven produce/producen
  promueve/promueven propone/proponen protege/protegen provee/proveen proviene/provienen prueba/prueban
  reconstruye/reconstruyen recuerda/recuerdan reduce/reducen refiere/refieren reproduce/reproducen requiere/requieren
  resuelve/resuelven retiene/retienen restringe/restringen rompe/rompen sabe/saben sale/salen sigue/siguen
  sirve/sirven sostiene/sostienen suele/suelen sugiere/sugieren supone/suponen sustituye/sustituyen tiene/tienen
  tiende/tienden traduce/traducen transfiere/transfieren trae/traen vale/valen varia/varian ve/ven viene/vienen
  vuelve/vuelven equivale/equivalen depende/dependen descompone/descomponen fuerza/fuerzan refuerza/refuerzan
  aisla/aislan amplia/amplian evalua/evaluan continua/continuan situa/situan interactua/interactuan segrega/segregan
  advierte/advierten adquiere/adquieren apuesta/apuestan aprueba/aprueban asciende/ascienden atiende/atienden
  atraviesa/atraviesan cuesta/cuestan decae/decaen deniega/deniegan depone/deponen despide/despiden
  despierta/despiertan diluye/diluyen discierne/disciernen disuelve/disuelven encierra/encierran envuelve/envuelven
  hierve/hierven impone/imponen instruye/instruyen juega/juegan miente/mienten obstruye/obstruyen opone/oponen
  piensa/piensan pospone/posponen prosigue/prosiguen quiebra/quiebran recomienda/recomiendan
  redistribuye/redistribuyen rige/rigen rueda/ruedan siembra/siembran siente/sienten sobresale/sobresalen
  tuerce/tuercen vierte/vierten compite/compiten acuerda/acuerdan conviene/convienen desciende/descienden
  tenia/tenian daba/daban ponia/ponian decia/decian venia/venian
`).map((pair) => pair.normalize('NFD').replace(/\p{M}/gu, ''));

/** First person, singular and plural: no subject can be asked for, but they are verbs and carry no fact. */
export const SPANISH_FIRST_PERSON: ReadonlySet<string> = new Set(
  [...REGULAR.map((verb) => verb.slice(0, -2)), 'teng', 'pong', 'quier', 'pued', 'hag', 'v', 'pus', 'instanci'].flatMap(
    (stem) => [`${stem}o`, `${stem}amos`, `${stem}emos`, `${stem}imos`],
  ),
);

export type SpanishForm = { readonly number: 'sg' | 'pl'; readonly singular: string; readonly plural: string };

/** Every known form → what it is. Present and imperfect, third person; that is what notes are written in. */
export const SPANISH_VERBS: ReadonlyMap<string, SpanishForm> = (() => {
  const forms = new Map<string, SpanishForm>();
  const never = new Set(['para', 'como', 'sobre', 'entre', 'ante', 'una', 'parte', 'base', 'paran', 'coman', 'sobran']);
  const add = (singular: string, plural: string) => {
    if (never.has(singular)) return;
    if (!forms.has(singular)) forms.set(singular, { number: 'sg', singular, plural });
    if (!forms.has(plural)) forms.set(plural, { number: 'pl', singular, plural });
  };
  for (const pair of IRREGULAR) {
    const [singular = '', plural = ''] = pair.split('/');
    add(singular, plural);
  }
  for (const verb of REGULAR) {
    const stem = verb.slice(0, -2);
    const isAr = verb.endsWith('ar');
    add(`${stem}${isAr ? 'a' : 'e'}`, `${stem}${isAr ? 'an' : 'en'}`);
    add(`${stem}${isAr ? 'aba' : 'ia'}`, `${stem}${isAr ? 'aban' : 'ian'}`);
  }
  return forms;
})();

/** Infinitives that are known to be verbs and not nouns in -ar, -er, -ir. */
export const SPANISH_INFINITIVES: ReadonlySet<string> = new Set([
  ...REGULAR,
  ...list(`
    listar clonar entrar arrancar parar compilar desinstalar filtrar contar comprimir descomprimir renombrar etiquetar
    escalar apagar matar crear subir bajar enumerar imprimir depurar fusionar deshacer rehacer descomponer recorrer ordenar buscar insertar sumar restar dividir hallar resolver calcular
    unir juntar meter sacar tirar echar coger traer crear sentarse acabar cometer ejercitar entrenar
    tener hacer poner ver dar decir ir ser estar obtener conseguir convertir construir mostrar pedir perder probar
    seguir servir traer detener empezar iniciar abstraer adquirir atraer atribuir caer cerrar conducir contener
    contribuir demostrar disminuir elegir encender fluir gobernar huir intervenir medir mover morir oir preferir prever
    promover proveer recordar referir requerir restringir saber salir sustituir transferir valer venir volver
    desplegar forzar reforzar subir remover renombrar saltar asignarle subirlo
  `),
]);

/** Verb forms that are nouns or adjectives as well: verbs only with an object that has an article. */
export const SPANISH_NOUNS_TOO: ReadonlySet<string> = new Set(
  list(`
    activa ayuda baja calcula captura carga causa cita compra consulta continua copia corta cuenta cura demanda descarga
    dura entrega escala escucha estructura exporta fabrica falla falta fija filtra firma forma guarda guia importa informa
    instancia integra junta limpia lista llama llena marca media mezcla mina monta muestra nombre ordena pasa pesa
    planta practica pregunta produce prueba publica quema reforma regla renta replica reserva resulta rota segmenta
    suma toma trama trata vacia valida varia vista marcas copias pruebas formas cargas causas cuentas
  `),
);

const words = (text: string): ReadonlySet<string> => new Set(list(text));

export const SPANISH_BE = words('es son era eran fue fueron');
export const SPANISH_STAY = words('esta estan estaba estaban');
export const SPANISH_EXIST = words('existe existen hay habia');
export const SPANISH_MODAL = words(
  'puede pueden podia podian debe deben debia debian suele suelen podemos debemos podria podrian deberia deberian',
);
export const SPANISH_ARTICLES = words('el la los las un una unos unas lo');
/** Words after which no verb comes: a form that follows one of them is a noun. */
export const SPANISH_NOUN_OPENERS = words(
  'el la los las un una unos unas lo de del al a en con por para sin sobre entre segun su sus este esta estos estas ' +
    'ese esa esos esas cada todo toda todos todas algun alguna ningun ninguna otro otra otros otras mismo misma mas ' +
    'muy dos tres cuatro cinco gran cualquier muchos muchas varios varias',
);
export const SPANISH_SUBJECT_OPENERS = words(
  'el la los las un una unos unas cada todo toda todos todas cualquier algunos algunas muchos muchas ambos ambas dos ' +
    'tres cuatro ningun ninguna',
);
export const SPANISH_PREPOSITIONS = words(
  'a al con de del desde en entre hacia hasta mediante para por sin sobre tras contra bajo segun ante',
);
export const SPANISH_CLITICS = words('se nos le les lo la los las me te');
export const SPANISH_FILLERS = words(
  'siempre tambien solo solamente unicamente ademas nunca normalmente generalmente usualmente principalmente ' +
    'actualmente basicamente ya asi luego entonces simplemente jamas',
);
/** They point at something said before, so a sentence that opens with one does not stand alone. */
export const SPANISH_POINTERS = words(
  'este esta esto estos estas ese esa eso esos esas aquel aquella aquello ello ellos ellas dicho dicha dichos dichas ' +
    'ambos ambas el ella estas tal tales asi',
);

export const SPANISH_STOP_WORDS = words(`
  a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquello aqui asi aun aunque bajo bien cada casi
  como con contra cosa cosas cual cuales cualquier cuando cuanto da dan de deben debe debido del demas dentro desde
  despues dicho dos donde durante e el ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta
  estaba estan estar estas este esto estos etc excepto forma fue fueron fuera gracias ha haber habia hace hacen hacer
  hacia han hasta hay haya igual incluso ir la las le les lo los luego manera mas mayor me mediante mejor menor menos
  mi mientras misma mismas mismo mismos modo mucha muchas mucho muchos muy nada ni ningun ninguna ninguno no nos nosotros
  nuestra nuestras nuestro nuestros nunca o otra otras otro otros para parte pero poco por porque pueda puede pueden
  pues que quien quienes se sea sean segun ser si siempre sido siendo sin sino so sobre solamente solo son su suele
  suelen sus tal tambien tampoco tan tanto te tener tenia tiene tienen toda todas todo todos tras través traves tu tus
  u un una unas unico unica uno unos usa usan usar va van varias varios ver vez veces y ya yo tipo tipos ejemplo
  todavia ademas ahi alli ahora recien traves posible quiero debemos podemos tengo ultima ultimo propio propia propios
  propias distinto distintos distinta distintas diferente diferentes cierta ciertas cierto ciertos
`);

/** Headings that name no thing of their own, so the heading above them says what it is all about. */
export const SPANISH_GENERIC_HEADINGS =
  /^(?:introducci[oó]n|conceptos?(?: (?:core|b[aá]sicos?|clave|generales|fundamentales))?|resumen|glosario|diccionario|notas?|apuntes|conclusi[oó]n(?:es)?|ideas? (?:importantes?|fuerza)|(?:conceptos?|t[eé]rminos|definiciones|nociones|datos|notas?) (?:importantes?|previ[oa]s|relacionados|b[aá]sic[oa]s)|en resumen|otros?|extras?|m[aá]s|miscel[aá]nea|definici(?:[oó]n|ones)|definici[oó]n general|generalidades|descripci[oó]n|detalles|teor[ií]a|contenidos?|temario|general|informaci[oó]n|qu[eé] es|repaso|marco te[oó]rico|t[eé]rminos(?: clave)?|vocabulario|datos|hechos|flashcards|tarjetas|preguntas(?: y respuestas)?|puntos clave|ideas? (?:principales|clave))$/iu;

/** "Beneficios de X", "Tipos de X": headings whose bullets are the members of a set. */
export const SPANISH_CATEGORIES = words(
  'beneficios ventajas desventajas inconvenientes tipos clases principios caracteristicas propiedades elementos partes ' +
    'componentes fases etapas pasos funciones objetivos causas consecuencias sintomas usos requisitos limitaciones ' +
    'reglas niveles capas atributos categorias factores ejemplos variantes metodos tecnicas tacticas herramientas ' +
    'roles estados modos organos instrumentos mandamientos leyes pilares estilos patrones comandos instrucciones opciones ' +
    'pros contras fortalezas debilidades amenazas oportunidades retos desafios responsabilidades obligaciones derechos ' +
    'deberes practicas valores dominios areas formas enfoques estrategias modelos metricas signos tratamientos hitos ' +
    'actores miembros equipos simbolos operadores aspectos criterios consideraciones actividades tareas recursos medidas ' +
    'riesgos amenazas normas condiciones argumentos efectos resultados razones motivos beneficiarios sectores corrientes',
);

/** Feminine though they do not end in -a, and masculine though they do. */
export const SPANISH_FEMININE = words(
  'imagen imagenes clase clases red redes base bases clave claves parte partes llave llaves fase fases serie series ' +
    'nube nubes ley leyes fuente fuentes sangre señal senal senales piel sal mente gente muerte api vm vms url ram cpu ' +
    'noche tarde leche nieve torre calle flor flores voz luz vez mano manos foto fotos carne superficie especie especies ' +
    'interfaz interfaces',
);
export const SPANISH_MASCULINE = words(
  'dia dias mapa mapas planeta planetas clima idioma idiomas cometa agua alma area',
);
