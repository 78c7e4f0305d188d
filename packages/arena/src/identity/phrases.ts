/**
 * How a model speaks of itself in one language, in plain letters (no accents, lower case). Between `opener` and the name only words of
 * `filler` may stand; so "I am a large language model trained by X" is a claim and "I am happy to search on X for you" is none.
 */
export interface SelfSpeech {
  /** "I am", "my name is", "my makers are". */
  readonly openers: string;
  readonly filler: string;
  /** "as" before the name … */
  readonly as: string;
  /** … with "I" soon after it. */
  readonly afterAs: string;
  /** What makes a claim when it follows the name: "X made me". */
  readonly after: string;
  /** Words are parted by spaces. */
  readonly spaced: boolean;
}

const english: SelfSpeech = {
  openers:
    "i am|i'm|im|i was|i were|i've been|i have been|my name is|my name's|i go by|i'm called|calls? me|called me|named me|refers? to me as|knows? me as|i(?= ?\\()|i identify as|i introduce myself as|" +
    "you(?: are|'re) (?:talking|chatting|speaking|interacting) (?:to|with)|" +
    '(?:made|created|built|trained|developed|designed|programmed) me (?:is|was|are|were|at)|' +
    "my (?:real |full |true )?(?:creators?|makers?|developers?|company|parent company|provider|name|identity|(?:underlying |base )?model|architecture|owners?)(?: at| is| are| was|'s|,)?|" +
    "i (?:come|originate) from|i belong to|i work for|i run on|i(?: am|'m) (?:an?|the|your) (?:[a-z-]+ ){0,5}(?:model|assistant|ai|chatbot|bot|llm|system|program)",
  filler:
    "a an the your and or of by at from is was were are be been being that which who's it it's not actually really just indeed currently simply " +
    'known called named as for on with to version versions variant based built made created developed trained designed owned operated powered ' +
    'provided maintained released programmed fine-tuned fine tuned large small big language text ai a.i artificial intelligence model models ' +
    'assistant assistants chatbot bot agent virtual digital helpful friendly harmless honest llm llms conversational multimodal generative open ' +
    'source open-source free latest new newest one part member family series line team teams company companies lab labs research researchers ' +
    'people engineers organization organisation good folks here still also probably technically always indeed',
  as: 'as|i, as|speaking as|acting as',
  afterAs: "i|i'm|i've|i'd|i'll|my|me",
  after:
    "(?:'s [a-z ]{0,30}|,? (?:the |an? )?(?:[a-z]+ ){0,3}(?:that|which|who))?(?: has| have)? (?:made|created|trained|built|developed|designed|programmed|named|calls|call) me|,? is my name|,? is who i am|,? is what i(?:'m| am)|,? at your service",
  spaced: true,
};

const spanish: SelfSpeech = {
  openers:
    'soy|me llamo|mi nombre es|fui|he sido|puedes llamarme|me conocen como|me (?:creo|entreno|desarrollo|diseno|hizo|crearon|entrenaron|desarrollaron)|' +
    'mis? (?:creador|creadora|creadores|desarrollador|desarrolladores|empresa|nombre|modelo)(?: es| son)?',
  filler:
    'un una el la los las de del lenguaje inteligencia artificial ia modelo modelos asistente virtual gran grande creado creada entrenado entrenada ' +
    'desarrollado desarrollada disenado disenada hecho por llamado llamada basado basada en y no empresa compania equipo chatbot conversacional es',
  as: 'como',
  afterAs: 'yo|no puedo|puedo|mi|mis|no tengo|tengo|estoy|fui|soy',
  after: ' me (?:creo|entreno|desarrollo|diseno|hizo)|,? a tu servicio|,? es mi nombre',
  spaced: true,
};

const french: SelfSpeech = {
  openers:
    "je suis|je ne suis pas|je m'appelle|mon nom est|j'ai ete|on m'appelle|vous (?:parlez|discutez) (?:a|avec)|" +
    'mes? (?:createurs?|concepteurs?|developpeurs?|fabricant|entreprise)(?: est| sont| chez)?|mon (?:createur|developpeur|concepteur|modele|entreprise)(?: est)?',
  filler:
    "un une le la les l'ia l'assistant l'entreprise l'equipe la de du des langage langue intelligence artificielle ia modele modeles assistant " +
    'assistante virtuel virtuelle grand grande cree creee entraine entrainee developpe developpee concu concue propose par nomme nommee appele ' +
    "appelee base basee sur et pas societe entreprise equipe chatbot conversationnel chez est d'ia d'intelligence",
  as: "en tant que|en tant qu'",
  afterAs: "je|j'ai|mon|ma|mes",
  after: " m'(?:a|ont) (?:cree|entraine|developpe|concu)|,? a votre service",
  spaced: true,
};

const german: SelfSpeech = {
  openers:
    'ich bin|ich hei(?:ß|ss)e|mein name ist|ich wurde|ich werde|man nennt mich|(?:sie sprechen|du sprichst) mit|ich stamme|ich komme|' +
    'meine? (?:entwickler|schopfer|hersteller|anbieter|name|modell|firma)(?: ist| sind| bei| von)?',
  filler:
    'ein eine einer einem eines das der die des dem ki kunstliche kunstlichen intelligenz sprachmodell sprachmodelle ki-sprachmodell ki-modell ' +
    'ki-assistent grosses großes groß modell modelle assistent assistentin chatbot virtueller virtuelle hilfreicher von vom bei aus entwickelt ' +
    'entwickeltes entwickelter trainiert trainiertes trainierter erstellt geschaffen gebaut namens genannt und nicht auf basis basiert team firma unternehmen ist sind',
  as: 'als',
  afterAs: '(?:[a-zß]+ ){0,2}(?:ich|mein|meine|mir|mich)',
  after: ' (?:hat|haben) mich|,? zu (?:ihren|deinen) diensten',
  spaced: true,
};

const portuguese: SelfSpeech = {
  openers: 'sou|eu sou|me chamo|chamo-me|meu nome e|fui',
  filler:
    'um uma o a os as de da do linguagem inteligencia artificial ia modelo assistente virtual grande criado criada treinado treinada desenvolvido ' +
    'desenvolvida por pela pelo chamado chamada baseado em e nao empresa equipe',
  as: 'como|enquanto',
  afterAs: 'eu|nao posso|posso|meu|minha',
  after: ' me (?:criou|treinou|desenvolveu)',
  spaced: true,
};

const italian: SelfSpeech = {
  openers: 'sono|io sono|mi chiamo|il mio nome e|sono stato|sono stata',
  filler:
    "un uno una un'intelligenza il la lo di da dal dalla del della artificiale ia modello linguaggio linguistico assistente virtuale grande creato " +
    'creata addestrato addestrata sviluppato sviluppata progettato chiamato basato su e non stato azienda societa',
  as: 'come|in quanto',
  afterAs: 'io|non posso|posso|il mio|sono',
  after: ' mi ha (?:creato|addestrato|sviluppato)',
  spaced: true,
};

const russian: SelfSpeech = {
  openers: 'я|меня зовут|мое имя|меня (?:создала|создали|разработала|разработали|обучила|обучили)',
  filler:
    '- большая языковая модель модели ии искусственныи интеллект ассистент помощник чат-бот созданная созданныи разработанная разработанныи обученная обученныи компанией компания от не это и на основе',
  as: 'как|будучи',
  afterAs: 'я|мои|мне',
  after: ' (?:создала|разработала|обучила) меня',
  spaced: true,
};

const chinese: SelfSpeech = {
  openers:
    '我是|我叫|我不是|我就是|我的名字(?:是|叫)?|叫我|我由|我来自|我乃|本助手|本模型|您正在(?:与|和|使用)|你正在(?:与|和)|(?:开发|训练|创造|创建)我的(?:公司|团队|人)?是?|' +
    '我的(?:开发者|创造者|开发商|公司|母公司|模型|研发团队|开发团队)是?',
  filler:
    '由 一个 一款 一名 一种 个 基于 来自 名为 叫做 叫 被 称为 大型 大 语言 模型 人工智能 人工 智能 ai 助手 助理 的 是 公司 开发 训练 研发 推出 创建 创造 打造 并 团队 旗下 不 聊天 机器人 您 你 自然 对话 系统 在 、 , ， 和 与 : " “ ” 「 《 ( （ 超大规模 人类',
  as: '作为',
  afterAs: '[^。!?\\n]{0,20}我',
  after: '(?:公司|团队)?(?:开发|训练|创造|创建|研发)(?:了|的)我',
  spaced: false,
};

const japanese: SelfSpeech = {
  openers: '私は|私の名前は|わたしは|僕は',
  filler: 'が に よって 、 , 開発 された した 作られた 訓練 ai アシスタント の 大規模 言語 モテル 人工知能 という',
  as: '私',
  afterAs: '(?!)',
  after: '(?:と申します|といいます|が私)',
  spaced: false,
};

const arabic: SelfSpeech = {
  openers:
    'انا|اسمي|ادعى|لست|تم (?:تطويري|تدريبي|انشائي|تصميمي|بنائي)|طورتني|طورني|دربتني|دربني|صممتني|انشاتني|صنعتني|صنعني|يمكنك مناداتي|مطوري|مطوري هم|بصفتي|باعتباري|كوني|تدعمني',
  filler:
    'نموذج نموذجا النموذج لغوي لغويا لغة اللغة كبير كبيرا ذكاء اصطناعي الذكاء الاصطناعي مساعد مساعدا افتراضي ذكي من قبل بواسطة تطوير شركة طورته طورتني دربته ' +
    'انشاته صممته صنعته تم تطويره تدريبه انشاؤه انشاوه تصميمه روبوت محادثة دردشة يدعى اسمه هو هي على يد فريق لدى ليس لست و ،',
  as: '(?!)',
  afterAs: '(?!)',
  after: ' (?:طورتني|دربتني|صممتني|انشاتني|صنعتني)',
  spaced: true,
};

/** Languages in which claims are found. */
export const selfSpeech: readonly SelfSpeech[] = [
  english,
  spanish,
  french,
  german,
  portuguese,
  italian,
  russian,
  chinese,
  japanese,
  arabic,
];
