/** English words that the question grammar knows. */

const list = (text: string) => text.trim().split(/\s+/);

/** Base forms of verbs that notes are written with. */
const VERBS = list(`
  emphasize resemble synthesize package ship modify regulate detoxify store break discover invent publish win found
  kill elect sign arrive declare defeat marry educate migrate dissolve bond absorb release secrete accomplish acquire
  adopt advise advocate aid anticipate apply argue arise assert attain attempt await back bear bypass challenge clarify
  coin combat command commence compensate complement concentrate conclude condense confer conserve contrast cool cost
  count cross deliver demonstrate deposit derive detail differentiate diminish dissipate distort divert dominate double
  draft earn elect elevate embed emerge emphasise encompass encounter endorse enlarge enlist entail equip erase erode
  evolve excite exhaust exhibit explore export favor finance float forecast foster fund fuse gain grade harm heal heat
  highlight hinder hit hunt imitate impact impose impress induce inspire interfere intersect interrupt isolate judge
  justify label lack last leak lend level lift lower marginalize master mature melt mimic mine minimize mix mobilize
  mutate narrow navigate negate nourish number nurture oppose oversee owe oxidize paint pay persuade pioneer plant pollinate
  pose postpone praise precede preside press prompt pronounce propel propose prosecute purchase pursue quantify rank rate
  rebuild recall reclaim recommend recruit rectify redirect refine reform reinforce rely rent repel replenish rescue
  research resist restructure revise revive revolve reward ride rival rupture sacrifice seal seize sense settle shape
  shorten shrink sink slow smooth spark spread squeeze stabilize stimulate straighten stress strike strip structure
  struggle study succeed suffer supplement supply suppress surpass suspend sustain swap symbolize sync tackle tie time
  tolerate total train transcribe transfer transition trap travel unite unlock urge violate vote weaken wear widen
  withdraw withstand worsen yield download deal upload trace fork tag underlie lie sit rest drop prune debug visualise organise mount bundle
  abstract accept accelerate access account achieve acquire act activate adapt add address adjust admit affect affirm
  aggregate aim alert align allocate allow alter analyze analyse announce answer appear append apply arrange assemble
  assess assign assist associate assume attach attack attract authenticate authorize avoid balance become begin behave
  believe belong bind block boost break bring broadcast buffer build cache calculate call capture carry catch cause
  change check choose circulate claim classify clean clear clone close cluster collect combine come commit communicate
  compare compile complete compose compress comprise compute concern conduct configure confirm connect conquer consist
  constitute constrain consume contain continue contract contribute control convert convey coordinate copy correct
  correspond cover create declare decode decompose decouple decrease decrypt define delegate delete deliver demand
  denote deny depend deploy derive describe design destroy detect determine develop differ digest direct disable
  discard discover display distinguish distribute divide do draw drive duplicate edit eliminate emit employ emulate
  enable encapsulate encode encourage encrypt end enforce enhance ensure enter equal establish estimate evaluate evaporate
  examine exceed exchange exclude execute exert exist expand expect explain expose express extend extract facilitate
  fail feed fetch fill filter find fix flow focus follow forbid force form format forward free function gather generate
  get give govern grant group grow guarantee guide handle happen help hide hold host identify ignore illustrate
  implement imply import improve include incorporate increase indicate infect inform inherit inhibit initiate insert
  inspect install integrate intend interact intercept interpret introduce invade invoke involve isolate join keep know
  launch lead learn leave let limit link list live load locate lock log look lose maintain make manage manipulate map
  match mean measure mediate merge mirror modify monitor mount move multiply name need normalize notify observe obtain
  occupy occur offer open operate optimize orchestrate order organize originate oversee own package parse partition
  pass perform permit persist place plan point possess predict prefer prepare present preserve prevent print prioritize
  process produce prohibit promote propagate protect prove provide publish pull pump push query raise reach react read
  rebase receive recognize reconcile record recover reduce refer reflect refuse register regulate reject relate release
  rely remain remember remove rename render repair repeat replace replicate report represent reproduce request require
  reset resolve respond restart restore restrict result retain retrieve return reuse reveal reverse revert review roll
  rotate route rule run save scale scan schedule search secrete secure see seek segment select send separate serve set
  share shield shift show signal signify simplify simulate solve sort span specify split stage stand standardize start
  stash state stay steer stop store stream strengthen subdivide submit subscribe substitute suggest support surround
  switch synchronize take target teach tell tend terminate test throttle throw touch track transfer transform translate
  transmit transport traverse treat trigger turn unify unite update upgrade upload use utilize validate vary verify
  view visit wait want warn watch work wrap write yield
`);

const IRREGULAR_THIRD: Readonly<Record<string, string>> = { do: 'does', have: 'has', go: 'goes' };

function third(base: string): string {
  const irregular = IRREGULAR_THIRD[base];
  if (irregular) return irregular;
  if (/(?:s|x|z|ch|sh|o)$/u.test(base)) return `${base}es`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** "provides" → "provide". */
export const ENGLISH_THIRD_PERSON: ReadonlyMap<string, string> = new Map(
  [...VERBS, 'have', 'go'].map((base) => [third(base), base]),
);
export const ENGLISH_BASE: ReadonlySet<string> = new Set([...VERBS, 'have', 'go']);

/** Past forms that show by themselves that they are one, and their base. */
const IRREGULAR_PAST = list(`
  led/lead began/begin became/become won/win wrote/write gave/give took/take made/make grew/grow fell/fall rose/rise
  brought/bring thought/think saw/see went/go built/build found/find fought/fight drew/draw drove/drive chose/choose
  came/come held/hold kept/keep knew/know left/leave lost/lose met/meet ran/run sent/send showed/show spoke/speak
  spent/spend stood/stand taught/teach told/tell threw/throw wore/wear broke/break bought/buy caught/catch got/get
  had/have did/do said/say sold/sell struck/strike fled/flee sank/sink spread/spread died/die
`);

function past(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][bdgmnprt]$/u.test(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

/** "discovered" → "discover". Regular forms are participles as well. */
export const ENGLISH_REGULAR_PAST: ReadonlyMap<string, string> = new Map(VERBS.map((base) => [past(base), base]));
/** "led" → "lead". */
export const ENGLISH_IRREGULAR_PAST: ReadonlyMap<string, string> = new Map(
  IRREGULAR_PAST.map((pair): [string, string] => {
    const [form = '', base = ''] = pair.split('/');
    return [form, base];
  }),
);

const words = (text: string): ReadonlySet<string> => new Set(list(text));

/** Forms of the third person that are plural nouns at least as often. */
export const ENGLISH_NOUN_FORMS = words(
  'results changes tests requests updates needs costs links attacks calls reads writes reports records rules scales ' +
    'signals states steps stores targets transfers works sets forms functions logs processes packages ' +
    'points plans parts places types names notes models labels marks files matches maps lists ports answers benefits ' +
    'challenges conflicts copies designs effects ends errors exports factors figures fields flows goals ' +
    'interests issues layers levels loops measures members mentions messages methods objects orders ' +
    'patterns practices problems products programs projects queries ranks rates references releases roles ' +
    'routes samples scopes searches services sources stages standards structures ' +
    'switches symptoms tags tasks teams terms threads tools topics tracks trains trends trips turns users values ' +
    'views visits votes walks waves ways words',
);

export const ENGLISH_BE = words('is are was were');
export const ENGLISH_MODAL = words('can could may might must should will would cannot');
export const ENGLISH_ARTICLES = words('a an the');
export const ENGLISH_NOUN_OPENERS = words(
  'a an the this that these those its their his her our your my of in on at by for with from to into as each every all ' +
    'some any no another other more most many few several two three four five one',
);
export const ENGLISH_SUBJECT_OPENERS = words(
  'a an the each every all some many most both no any two three four several',
);
export const ENGLISH_PREPOSITIONS = words(
  'about after against among as at before between by during for from in into of on onto over through to toward towards ' +
    'under upon via with within without',
);
export const ENGLISH_FILLERS = words(
  'always also usually often never only normally generally typically mainly mostly currently then thus simply just ' +
    'sometimes additionally furthermore moreover therefore still already now primarily automatically actually basically ' +
    'however instead frequently rarely both',
);
export const ENGLISH_POINTERS = words('it this that these those they he she such here there its their both');

export const ENGLISH_STOP_WORDS = words(`
  a about above across after again against all almost also although always am an and another any are around as at away
  be because been before being below between both but by can cannot could did different do does doing done down during
  e each eg either else enough etc even ever every few first for from further get gets give given go goes had has have
  having he her here hers him his how however i ie if in instead into is it its itself just kind known last least less
  let like likely made main make makes many may me might more most much must my need needs neither never new no nor not
  now of off often on once one only onto or other others otherwise our out over own part per perhaps rather s same say
  second see set several shall she should since so some something such t take than that the their them then there these
  they thing things third this those though through thus to together too toward two type types under unless until up
  upon us use used uses using usually various very via was way ways we well were what when where whether which while who
  whole whom whose why will with within without would yes yet you your example certain true
`);

export const ENGLISH_GENERIC_HEADINGS =
  /^(?:introduction|intro|overview|concepts?|core concepts?|(?:key|important|main|core|basic) (?:concepts?|terms|points?|ideas?|insights?|takeaways?|facts?|definitions?|terminology|notes?)|basics|summary|glossary|dictionary|notes?|definitions?|description|details|theory|contents?|general|background|terms|terminology|vocabulary|facts|takeaways?|conclusions?|recap|wrap[- ]?up|tl;?dr|flashcards|cards|q ?& ?a|faq|questions(?: and answers)?|what is it|(?:(?:very|the) )?(?:simple|short|easy|clear|quick|final|interview) (?:flow|way.*|version|answer|phrasing|comparison|summary|explanation|recap|definition|overview)|(?:the|main|key)? ?differences?|in short|misc(?:ellaneous)?|other|others|more|extra)$/iu;

export const ENGLISH_CATEGORIES = words(
  'benefits advantages disadvantages drawbacks types kinds principles characteristics properties features elements parts ' +
    'components phases stages steps functions goals objectives causes consequences effects symptoms uses requirements ' +
    'limitations rules levels layers attributes categories factors examples variants methods techniques tools roles ' +
    'states modes organs laws pillars styles patterns commands instructions options pros cons strengths weaknesses ' +
    'challenges threats opportunities responsibilities duties practices values roles domains areas categories classes ' +
    'forms approaches strategies models metrics symptoms signs treatments stages milestones actors members teams ' +
    'symbols operators instances aspects criteria considerations',
);
