/** Words of the page about this arena. */
export const about = {
  title: 'About this arena',
  headline: 'Two answers, no names, your judgement.',
  lede: 'People bring their own questions. Two hidden models answer side by side, people say which answer is better, and only then do the names appear. The votes become a board that says what they can tell, and what they cannot.',
  contents: 'On this page',

  battle: {
    title: 'How a battle works',
    ask: 'You ask',
    askText:
      'Anything you really want to know. The arena draws two models and their sides by chance, and stores how likely that draw was.',
    compare: 'You compare',
    compareText:
      'Both answers appear together, at one common pace. Ask further, stop, or have both answer again: nothing is decided yet.',
    vote: 'You vote',
    voteText: 'Left better, right better, a tie of two good answers, or both bad. The four are kept apart for good.',
    reveal: 'The names appear',
    revealText:
      'Ten seconds after the vote, or at once if you like. Until then you can take it back; afterwards it stands.',
  },

  hidden: {
    title: 'What is hidden, and until when',
    text: 'A comparison is blind only if nothing gives the models away. Until the names are revealed, this page receives no name, no price, no token count and no timing that belongs to one of them.',
    what: 'Hidden',
    how: 'How',
    names: 'Names and makers',
    namesHow:
      'They stay on the server until the reveal. Where an answer names its own model, the words are masked before you see them; the reveal says so.',
    speed: 'Speed',
    speedHow: 'Both answers are released word by word by one clock, whichever model is faster.',
    failures: 'Failures',
    failuresHow:
      'One message stands for every failure of a model. A model that fails twice voids the battle and has it counted against it.',
    settings: 'Settings',
    settingsHow:
      'Both sides get the same instructions, temperature and length, unless the admin set a model apart. The reveal shows what they were.',
    result: 'The vote itself',
    resultHow: 'A battle that is not revealed takes part in no board and no count.',
  },

  votes: {
    title: 'How votes are weighed',
    text: 'Every vote is kept, with a weight and a reason. Most weigh 1. A vote of weight 0 stays in the record and takes no part in the board, and the board says how many there are and why.',
    weight: 'Weight',
    reason: 'Reason',
    usual: 'A vote like any other.',
    fast: 'It was cast faster than anyone could have read the answers.',
    probe: 'The first question asked the models who they are. That is fine to ask, but it is no blind comparison.',
    masked: 'An answer named its model and was masked. The vote counts; the flag is kept beside it.',
    last: 'A battle with several turns can have several votes. The last one counts.',
    token: 'Each vote needs a token that works once, for one battle. Copied, repeated and late votes are refused.',
  },

  ratings: {
    title: 'How ratings are made',
    model:
      'A rating is a position on a scale on which 400 points are a factor of ten in the odds of winning; 100 points are 64 wins in 100. The ratings are those under which the votes are most likely (Bradley and Terry 1952), a tie counting as half a win for each side.',
    interval:
      'The line around a rating is its 95% interval. Votes of one person may depend on each other in any way, so the intervals are clustered by voter: a hundred votes of one person are not a hundred people.',
    rank: 'A rank is a range: the best and the worst place that the votes allow. Models that cannot be told apart are shown as tied, however their ratings differ.',
    connected:
      'Models are rated together only once each has scored against the others, directly or in a chain. A model that has never lost has no upper bound, so it is listed without a rating.',
    verdict:
      'The headline of the board follows from this: a clear winner, a tie at the top, or no signal yet, with the number of votes that would settle it.',
    link: 'See the board',
  },

  ledger: {
    title: 'The ledger, and your receipt',
    text: 'Votes, and whatever happens to them later, are leaves of a log that can only grow. Each leaf is hashed; all hashes together make one root; the arena signs the root. Nobody, not even its operator, can change, remove or slip in a vote afterwards without another root.',
    receipt:
      'When you vote you receive the place of your leaf and its hash: your receipt. With the reveal come its content and its salt. Whoever has these can compute the hash again and check that the signed root contains it. Keep the receipt and you can prove how your vote was recorded.',
    salt: 'The salt comes only with the reveal, because the few possible pairs could otherwise be tried one by one.',
    newest: 'Newest checkpoint',
    none: 'No checkpoint has been signed yet. The first one comes with the first leaves.',
    origin: 'Log',
    size: 'Leaves',
    root: 'Root',
    key: 'Key to check it with',
    note: 'The signed note',
    loading: 'Loading the newest checkpoint',
    error: 'The newest checkpoint could not be loaded.',
    retry: 'Try again',
    copy: 'Copy',
    copyRoot: 'Copy the root',
    copyKey: 'Copy the key',
    copyNote: 'Copy the signed note',
  },

  privacy: {
    title: 'What is kept about you',
    cookie: 'A cookie',
    cookieText:
      'One, signed, for a year. It lets you reload a battle and undo a vote. There is no account and nothing that follows you elsewhere.',
    number: 'A voter number',
    numberText: 'Random, made with your first battle. The ledger knows you by it alone.',
    numberYours: 'Yours is {{number}}.',
    numberNone: 'You have none yet.',
    texts: 'Your questions and the answers',
    textsText:
      'They are stored here, and sent to the two models that answer, so to whoever runs them. Do not ask what they must not know. The ledger holds only salted hashes of texts.',
    consent: 'Your consent',
    consentText:
      'You are asked once, before the first question, whether texts stay private or may be shared without your name. The choice is stored with each conversation.',
    consentPrivate: 'Your choice now: keep private.',
    consentShare: 'Your choice now: share without a name.',
    consentNone: 'You have not been asked yet.',
    outside: 'Nothing from elsewhere',
    outsideText:
      'This page loads nothing from other sites. Images and links in answers are fetched only when you say so.',
  },

  demo: {
    title: 'Demo models',
    text: 'An arena without models still shows how it works: a handful of scripted characters answer, differing in style, length, speed and quality. They are not language models, they are labelled “demo” wherever their names appear, and they rest as soon as a real model is there.',
    on: 'They answer here at the moment.',
    off: 'They rest here: real models answer.',
  },

  real: {
    title: 'Connect real models',
    text: 'Any server with an OpenAI-compatible address will do. There are three ways, for whoever runs this arena; a battle needs two models.',
    local: 'A model server on this machine',
    localText:
      'Ollama and LM Studio are found by themselves. Start one, open the admin page, add its models with a click.',
    admin: 'The admin page',
    adminText:
      'This prints a link that opens the page once. There you add, test and pause models; keys are stored encrypted and never shown again.',
    file: 'A configuration file',
    fileText:
      'agon.config.json in the folder where the arena is started; a key comes from the environment. It wins over the admin page.',
    copyCommand: 'Copy the command',
    copyFile: 'Copy the configuration',
    openAdmin: 'Open the admin page',
  },
} as const;
