import { plain } from './plain.ts';

/**
 * Whether a message asks the model who it is, which model or whose, or for the text that says so (its instructions). Such a battle is
 * not blind, whatever is masked. Only whole sentences count, and none in quotation marks: "write a scene in which a guard asks
 * 'who are you?'" is no probe.
 *
 * @example isIdentityProbe('Hi! Which model are you?') // true
 */
export function isIdentityProbe(prompt: string): boolean {
  const text = plain(prompt).replace(EMPHASIS_ALL, '').replace(QUOTED, ' ');
  if (text.length > LONGEST)
    return sentencesOf(text.slice(0, EDGE)).some(asks) || sentencesOf(text.slice(-EDGE)).some(asks);
  return sentencesOf(text).some(asks);
}

/** In a long message only the start and the end are looked at: the middle is material. */
const LONGEST = 600;
const EDGE = 200;

const EMPHASIS_ALL = /[*_~`]/g;
const QUOTED = /"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]|「[^」]*」|(?<![\p{L}\p{N}])'[^']{3,}'(?![\p{L}\p{N}])/gu;

function sentencesOf(text: string): readonly string[] {
  return text.split(/[\n.!?。؟;]+/u).map((sentence) => sentence.trim().replace(/\s+/g, ' '));
}

function asks(sentence: string): boolean {
  return sentence !== '' && PROBES.some((probe) => probe.test(sentence));
}

const LEAD =
  '(?:(?:hi|hello|hey|yo|sup|greetings|dear|name|ignore (?:all |any )?(?:previous|prior) instructions|disregard (?:all |any )?(?:previous|prior) instructions|ok|okay|so|well|please|pls|now|first|just|and|but|then|also|thanks|there|um|btw|by the way|quick question|before we start|before we begin|' +
  "honestly|be honest|answer honestly|seriously|can you|could you|would you|will you|tell me|tell us|let me know|i want to know|i'd like to know|i wonder|i need to know|" +
  "do you know|may i ask|can i ask|may i know|can i know|say|state|reveal|explain|confirm|in one word|in one sentence|exactly|actually|truthfully|precisely|clearly|i am curious|i'm curious|curious|what i want to know is)(?![a-z])[\\s,:-]*)*";
const TAIL =
  '(?:[\\s,:-]*(?:really|exactly|actually|today|then|now|please|by the way|btw|anyway|precisely|right now|and who (?:made|created|built|trained) you|and what (?:can|do) you do|made by|based on|running on|called|specifically|again|and your version|and version|under the hood|from|name|version|i am talking to))*';
const MODEL =
  '(?:(?:ai|a\\.i|llm|large|language|chat|gpt|underlying|base|exact|specific|kind of|type of|sort of|version of|foundation|actual|real|neural|deep learning|openai|google) ?)*(?:model|llm|ai|chatbot|bot|assistant|gpt|version|system|ai system|language model|models|neural network)';
const MADE =
  '(?:made|created|built|trained|developed|designed|programmed|coded|owns|owned|invented|produced|released|operates|makes|develops|runs|hosts|powers)';
const MAKER =
  '(?:company|organi[sz]ation|firm|lab|ai lab|team|corporation|provider|vendor|developer|creator|startup|maker|tech company|ai company|people|engineers)s?';
const NOUN =
  '(?:(?:real|full|actual|true|exact|underlying|official|own|ai|current) )*(?:model name|model version|model number|model id|model identity|name|model|identity|version|architecture|codename|(?:knowledge|training|training data|data) ?-?cut-?off(?: date)?|knowledge cut-off|cut-?off date|system prompt|system message|initial instructions|instructions|creator|maker|developer|parent company)s?';
const NOUNS = `${NOUN}(?:(?:,|,? and|,? or| &|,? as well as) (?:(?:your|the) )?(?:${NOUN}|(?:${MAKER}|people|one)? ?(?:that|which|who) ${MADE} you|who ${MADE} you|${MAKER}))*`;
const NAMED =
  '(?:chatgpt|chat gpt|gpt|claude|gemini|gemma|bard|llama|mistral|mixtral|deepseek|qwen|grok|copilot|kimi|openai|anthropic|ernie|doubao|glm)';
const YOU = '(?:you|u|this (?:ai|model|bot|chatbot|assistant)|yourself)';

const english: readonly string[] = [
  `(?:who|what)(?: exactly| really| the (?:hell|heck)| kind of (?:ai|model|thing))? (?:are|r) (?:you|u)${TAIL}`,
  `who (?:you|u) are${TAIL}(?: and .{0,60})?`,
  `(?:what|which)(?:'?s| is)? (?:the )?${MODEL}(?: is)? (?:behind|powering|used (?:in|by|for)|running(?: behind)?) (?:you|this|the).{0,20}`,
  `(?:what|which)(?:'s| is)? ${MODEL}(?: is)?(?: it)?(?: that)?(?: are| is| r| am| do)? ?(?:you|u|this|answering|replying|i (?:am )?(?:talking|chatting|speaking|using)|i'm (?:talking|chatting|speaking|using)|i talking|i chatting|i speaking|i using)(?: (?:to|with|are|use|answering|replying|based on|running on|me|am i|right))*${TAIL}`,
  `(?:what|which) ${MODEL} (?:powers|runs|is behind) (?:you|this)(?: [a-z]+)?`,
  `(?:who|what (?:${MAKER})|which (?:of the )?(?:${MAKER})|what ai ${MAKER}|which ai ${MAKER})(?: has| have)? ${MADE} ${YOU}${TAIL}`,
  `(?:what|which) (?:${MAKER}) (?:are you|is behind you|were you|do you)(?: (?:from|belong to|work for|trained by|made by|created by|built by|developed by))*${TAIL}`,
  `(?:by )?(?:whom|who|what ${MAKER}|which ${MAKER}) (?:were|are) you (?:made|created|built|trained|developed|designed)(?: by)?${TAIL}`,
  `(?:were|are) you (?:made|created|built|trained|developed|designed|owned|operated|powered) by .{2,40}`,
  `(?:who|what) is your (?:creator|maker|developer|owner|company|provider|parent company)s?${TAIL}`,
  `who are your (?:creators|makers|developers|owners)${TAIL}`,
  `(?:what|who)(?:'?s| is| are) (?:your|ur) ${NOUNS}${TAIL}`,
  `(?:your|ur) ${NOUNS}${TAIL}`,
  `(?:what|which)(?:'?s| is| are) the (?:exact |real |full |official )*(?:name|version|identity|maker|creator|developer)s? of (?:your|this|the) (?:ai |underlying |base |language )*(?:model|ai|llm|chatbot|assistant|system)${TAIL}`,
  `(?:you|u)(?: are|'re|r| r) (?:which|what) ${MODEL}${TAIL}`,
  `(?:who|what)(?:'?s| is| are) (?:the )?(?:${MAKER}|people|one) behind (?:you|this (?:ai|model|chatbot|assistant))${TAIL}`,
  '(?:do you have a name|have you got a name)',
  `(?:please )?(?:identify|introduce) (?:yourself|urself)(?: please| briefly| in one sentence| to me)*`,
  `(?:about yourself|something about yourself|a bit about yourself|more about yourself)`,
  `(?:print|show|repeat|output|give me|display|write out|leak|reproduce|recite) (?:me )?(?:your|the) (?:full |entire |exact |whole |complete |hidden )*(?:system prompt|system message|initial prompt|initial instructions|instructions above|text above|words above|model name|model id)(?: verbatim| above| word for word)*`,
  `(?:give|provide|disclose|share|write)(?: me)? your (?:model )?(?:name|identity|model name|version)(?: and .{0,20})?${TAIL}`,
  `(?:who|what|which ${MODEL}|what ${MODEL}) am i (?:talking|speaking|chatting) (?:to|with)${TAIL}`,
  `am i (?:talking|speaking|chatting) (?:to|with) (?:an? )?${'(?:chatgpt|gpt.*|claude.*|gemini.*|llama.*|mistral.*|deepseek.*|qwen.*|grok.*|bard|copilot)'}${TAIL}`,
  `(?:are|r) (?:you|u) (?:really |actually |an? |the |new |newest |latest |old |from |made by |based on |running on |some |kind of |version of )*(?:chatgpt|gpt|claude|gemini|gemma|llama|mistral|mixtral|deepseek|qwen|grok|bard|copilot|phi|command r|cohere|openai|anthropic|kimi|glm|ernie|doubao|nova|jamba|olmo)(?:[ .\\d-][^,]{0,30})?${TAIL}`,
  `(?:where (?:do|did) you come from|where were you (?:made|created|trained|built)|when were you (?:made|created|trained|built|released)|when was your training cutoff)${TAIL}`,
  `what (?:were|are) you (?:called|named|based on)${TAIL}`,
  'what should i call you',
  'who do you work for',
  `(?:when|what date) is your ${NOUNS}${TAIL}`,
  `is this (?:really |actually |an? |the )*${NAMED}.{0,20}`,
  `are you (?:an? |the )(?:${MODEL}) (?:by|from|of) ${NAMED}`,
];

const others: readonly string[] = [
  '(?:hola|oye|por favor|dime|puedes decirme|podrias decirme|y|¿| |,)*(?:quien eres(?: tu)?|que eres(?: tu)?|que (?:modelo|ia|version|modelo de (?:ia|lenguaje|inteligencia artificial)) (?:eres|usas|estas usando)|cual es tu (?:nombre|modelo|version)(?: real)?|como te llamas|quien te (?:creo|hizo|entreno|desarrollo|programo)|que (?:empresa|compania) te (?:creo|hizo|entreno|desarrollo)|con quien (?:hablo|estoy hablando)|presentate)',
  `(?:¿| |,|hola|y)*(?:eres|sos|es usted) (?:un |una |el |la |realmente |de |modelo de )*${NAMED}.{0,20}`,
  "(?:bonjour|salut|s'il te plait|s'il vous plait|dis-moi|dites-moi|et|alors| |,)*(?:qui es[- ]tu|qui etes[- ]vous|tu es qui|vous etes qui|qu'es-tu|quel (?:modele|ia|llm|modele de langage|modele d'ia) (?:es[- ]tu|etes[- ]vous|utilises-tu|utilisez-vous)|quelle ia (?:es[- ]tu|etes[- ]vous)|(?:tu es|vous etes) (?:quel modele|quelle ia|quel llm)|comment (?:t'appelles[- ]tu|tu t'appelles|vous appelez[- ]vous)|quel est (?:ton|votre) (?:nom|modele)|c'est quoi (?:ton|votre) (?:nom|modele)|quelle version (?:de .{2,12} )?(?:es[- ]tu|etes[- ]vous)|qui t'a (?:cree|entraine|developpe|concu)|qui vous a (?:cree|entraine|developpe|concu)s?|quelle (?:entreprise|societe) (?:t'a|vous a) (?:cree|entraine|developpe|concu)e?s?|presente-toi|presentez-vous|a qui (?:je parle|ai-je affaire))",
  `(?:bonjour|salut|et|alors| |,)*(?:est-ce que tu es|es[- ]tu|tu es|etes[- ]vous|vous etes) (?:un |une |le |la |vraiment |de )*${NAMED}.{0,20}`,
  '(?:hallo|hi|bitte|sag mir|sagen sie mir|und|also|nun| |,)*(?:wer bist du|wer du bist|wer ist dein (?:entwickler|hersteller|schopfer)|was fur ein(?:e|en)? (?:modell|sprachmodell|ki|ki-modell|llm) (?:bist du|sind sie|ist das)|wer sind sie|was bist du|welches (?:modell|sprachmodell|ki-modell|llm) (?:bist du|sind sie|benutzt du|nutzt du|verwendest du)|welche (?:ki|version) (?:bist du|sind sie)|wie hei(?:ß|ss)t du|wie hei(?:ß|ss)en sie|wie ist dein name|wer hat (?:dich|sie) (?:entwickelt|erschaffen|trainiert|gebaut|gemacht|programmiert|erstellt)|von wem wurdest du (?:entwickelt|trainiert|erschaffen|gemacht)|welche(?:s|r)? (?:firma|unternehmen) hat dich (?:entwickelt|trainiert|erschaffen|gebaut)|mit wem (?:spreche|rede|chatte) ich|stell dich vor)(?: eigentlich| genau| denn)*',
  `(?:hallo|hi|und|also| |,)*(?:bist du|sind sie) (?:ein |eine |das |von |wirklich |eigentlich )*${NAMED}.{0,20}`,
  '(?:ola|oi|por favor|me diga|e| |,)*(?:quem e voce|quem es tu|que (?:modelo|ia) (?:e voce|voce e)|qual (?:modelo|ia) (?:e voce|voce e)|qual e (?:o )?seu (?:nome|modelo)|como voce se chama|quem (?:te criou|criou voce|te treinou|treinou voce|te desenvolveu|desenvolveu voce))',
  '(?:ciao|per favore|dimmi|e| |,)*(?:chi sei|cosa sei|che modello sei|quale modello sei|come ti chiami|qual e il tuo nome|chi ti ha (?:creato|addestrato|sviluppato|programmato))',
  '(?:привет|скажи|пожалуиста|а|и| |,)*(?:кто ты(?: такои)?|ты кто(?: такои)?|какая ты модель|что ты за модель|как тебя зовут|кто тебя (?:создал|обучил|разработал|сделал))',
];

/** Written without spaces, so part of a sentence is enough; a question about the reader of a text says 他 or 谁, not 你. */
const unspaced: readonly string[] = [
  '(?:你|您)(?:到底|究竟|现在)?(?:是|叫)(?:谁|什么名字|哪个(?:ai|人工智能|语言|大)*模型|什么(?:ai|人工智能|语言|大)*模型|哪家公司的|哪个公司的|哪个公司开发的|由谁|什么ai|哪个版本|哪款)',
  '(?:谁|哪家公司|哪个公司|哪家企业|什么公司)(?:开发|创造|训练|创建|制造|研发|设计)了?(?:你|您)',
  '(?:你|您)的(?:真实|模型|完整)?(?:名字|名称|身份|型号|系统提示词?|开发者|创造者|开发公司)(?:是|叫)',
  '(?:你|您)(?:是)?由(?:谁|哪家公司|哪个公司)',
  `(?:你|您)(?:真的)?是(?:不是)?(?:${NAMED}|通义千问|文心一言|豆包|混元)`,
  '(?:你|您)(?:使用|用)的(?:是)?(?:什么|哪个|哪种)(?:ai|人工智能|语言|大)*模型',
  '(?:当前|现在|目前)(?:的)?模型(?:是|叫)(?:什么|哪)',
  '请?(?:介绍一下|自我介绍一下)(?:你|您)?自己$|^请?(?:做|作)?(?:个|一个)?自我介绍(?:一下)?$',
  '(?:あなた|君|きみ)は(?:誰|何者|何という(?:ai|モテル)|との(?:ai|モテル)|とんな(?:ai|モテル))|(?:あなた|君)の名前|誰か(?:あなた|君)を(?:作|開発)',
  '(?:من (?:انت|تكون)(?: حقا)?$)|ما اسمك|(?:ما )?اسم النموذج (?:الذي|لديك)|ما هو اسمك|(?:اي|ما) نموذج (?:انت|لغوي انت|ذكاء اصطناعي انت)|من (?:طورك|صنعك|انشاك|دربك|صممك|قام بتطويرك|قام بتدريبك)|(?:اي|ما هي) (?:شركة|الشركة) (?:طورتك|صنعتك|دربتك|التي طورتك|التي صنعتك|التي دربتك)|هل انت [a-z]{2,12}|عرفني بنفسك|عرف عن نفسك|عرف نفسك',
  plain('너는 누구|넌 누구|당신은 누구|누가 너를|누가 당신을|무슨 모델이|어떤 모델이|이름이 뭐'),
];

/** Phrases that have no other use, wherever they stand in a sentence. */
const anywhere: readonly string[] = [
  'your (?:[a-z]+ )?system (?:prompt|message)(?![a-z])',
  `your (?:own |real |exact |actual )?(?:model|llm) (?:name|version|id|identity|number)(?=$|[ ,:)])`,
  `(?:which|what) (?:ai |llm |large |language |exact |specific )*(?:model|llm|ai|chatbot|version|gpt) (?:you are|you're|are you)(?: based on| running on| built on| using)?(?=$|[,:)]| and | or | in )`,
  `(?:who|${MAKER} (?:that|which|who)|people (?:that|who)) (?:created|trained|built|developed|programmed) (?:you|u)(?=$|[,:)]| and | or | in )`,
];

const PROBES: readonly RegExp[] = [
  ...english.map((probe) => new RegExp(`^${LEAD}(?:${probe})$`, 'u')),
  ...others.map((probe) => new RegExp(`^[¿¡\\s]*(?:${probe})(?:,? (?:y|et|und|e|и) .{0,50})?$`, 'u')),
  ...anywhere.map((probe) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${probe})`, 'u')),
  ...unspaced.map((probe) => new RegExp(probe, 'u')),
];
