/** One thing that the characters really know. */
export interface Fact {
  /** Matches the words by which it is asked for. */
  readonly about: RegExp;
  readonly title: string;
  readonly gist: string;
  readonly points: readonly (readonly [head: string, text: string])[];
  readonly maths?: string;
  /** What is often said instead and is not so. */
  readonly wrong: string;
}

export const FACTS: readonly Fact[] = [
  {
    about: /\bsky\b.*\bblue\b|\bblue\b.*\bsky\b/i,
    title: 'Why the sky is blue',
    gist: 'Air scatters short waves of light much more than long ones, so blue comes from everywhere and red comes straight.',
    points: [
      ['Name', 'Rayleigh scattering'],
      ['At sunset', 'the way through the air is long, the blue is lost, red is left'],
      ['Not violet', 'there is less of it in sunlight, and our eyes see it less'],
    ],
    maths: 'I \\propto \\frac{1}{\\lambda^4}',
    wrong: 'The sky is blue because it reflects the oceans.',
  },
  {
    about: /\bphotosynthesis\b/i,
    title: 'Photosynthesis',
    gist: 'Plants use light to make sugar out of carbon dioxide and water, and give off oxygen.',
    points: [
      ['Where', 'in the chloroplasts, by chlorophyll'],
      ['Light reactions', 'split water, charge ATP and NADPH'],
      ['Calvin cycle', 'builds sugar from carbon dioxide'],
    ],
    maths: '6\\,CO_2 + 6\\,H_2O \\rightarrow C_6H_{12}O_6 + 6\\,O_2',
    wrong: 'Plants breathe in oxygen and turn it into sunlight and sugar.',
  },
  {
    about: /\bpythagoras|pythagorean\b/i,
    title: 'The theorem of Pythagoras',
    gist: 'In a right triangle the square over the longest side equals the squares over the other two together.',
    points: [
      ['Example', '3, 4 and 5'],
      ['Turned around', 'a triangle whose sides fit has a right angle'],
    ],
    maths: 'a^2 + b^2 = c^2',
    wrong: 'In every triangle the squares of two sides add up to the square of the third.',
  },
  {
    about: /\brecursion\b/i,
    title: 'Recursion',
    gist: 'Recursion solves a problem by solving a smaller one of the same kind, until one is small enough to know.',
    points: [
      ['Base case', 'where it stops'],
      ['Step', 'how a bigger case uses a smaller one'],
      ['Danger', 'without a base case it never ends'],
    ],
    maths: 'n! = n \\cdot (n-1)!, \\quad 0! = 1',
    wrong: 'Recursion is a loop that runs backwards, and it is always faster.',
  },
  {
    about: /\b(tcp)\b.*\b(udp)\b|\bwhat is (tcp|udp)\b/i,
    title: 'TCP and UDP',
    gist: 'TCP delivers everything in order or tells you it could not; UDP just sends.',
    points: [
      ['TCP', 'handshake, order, retransmission: web pages, mail'],
      ['UDP', 'no promises, little delay: calls, games, DNS'],
    ],
    wrong: 'UDP is the newer and safer version of TCP.',
  },
  {
    about: /\bgravity\b/i,
    title: 'Gravity',
    gist: 'Masses attract each other; for Einstein, they bend space and time, and things follow the bends.',
    points: [
      ['On Earth', 'falling things gain 9.81 metres per second in every second'],
      ['Heavy and light', 'fall alike where there is no air'],
    ],
    maths: 'F = G\\,\\frac{m_1 m_2}{r^2}',
    wrong: 'Heavy things fall faster than light ones, because there is more to pull.',
  },
  {
    about: /\bblack holes?\b/i,
    title: 'Black holes',
    gist: 'A black hole is so much mass in so little space that not even light gets out.',
    points: [
      ['Edge', 'the event horizon, no wall but a point of no return'],
      ['Birth', 'when a heavy star falls into itself'],
      ['Seen by', 'the glow of what falls in, and by waves of colliding ones'],
    ],
    maths: 'r_s = \\frac{2GM}{c^2}',
    wrong: 'A black hole is a hole in space that sucks in everything in its galaxy.',
  },
  {
    about: /\b(seasons?)\b/i,
    title: 'Why there are seasons',
    gist: "The Earth's axis is tilted by 23.4 degrees, so each half gets steep light for half of the year.",
    points: [
      ['Not distance', 'in January the Earth is nearest to the Sun'],
      ['South', 'has summer when the north has winter'],
    ],
    wrong: 'In summer the Earth is closer to the Sun.',
  },
  {
    about: /\b(neural networks?|deep learning)\b/i,
    title: 'Neural networks',
    gist: 'A neural network is many weighted sums with a bend after each, whose weights are learnt from examples.',
    points: [
      ['Layer', 'a matrix, then a bend'],
      ['Learning', 'change each weight a little in the direction that lowers the error'],
    ],
    maths: 'y = \\sigma(Wx + b)',
    wrong: 'A neural network is a copy of a brain in software.',
  },
  {
    about: /\b(large language models?|llms?|language models?)\b/i,
    title: 'Language models',
    gist: 'A language model gives a probability to every next piece of text, and writes by drawing from it again and again.',
    points: [
      ['Trained', 'on very much text, then on what people prefer'],
      ['Strong at', 'form, style, common knowledge'],
      ['Weak at', 'knowing what it does not know'],
    ],
    maths: 'P(w_t \\mid w_1, \\dots, w_{t-1})',
    wrong: 'A language model looks up its answers in a large database.',
  },
  {
    about: /\b(elo|bradley[- ]terry|rating system)\b/i,
    title: 'Ratings from pairs',
    gist: 'Elo and Bradley–Terry turn wins between pairs into one number each; 400 points are a factor of ten in the odds.',
    points: [
      ['Needs', 'only who won against whom'],
      ['Mind', 'the interval, not only the number'],
    ],
    maths: 'P(A \\text{ wins}) = \\frac{1}{1 + 10^{(R_B - R_A)/400}}',
    wrong: 'An Elo rating is the percentage of games a player wins.',
  },
  {
    about: /\b(inflation)\b/i,
    title: 'Inflation',
    gist: 'Inflation is the general rise of prices: the same money buys less.',
    points: [
      ['Measured', 'by the price of a fixed basket'],
      ['Causes', 'more money or less to buy, and what people expect'],
    ],
    wrong: 'Inflation means that shops become greedy at the same time.',
  },
  {
    about: /\b(dna)\b/i,
    title: 'DNA',
    gist: 'DNA is a long double thread of four letters by which cells store how to build proteins.',
    points: [
      ['Letters', 'A with T, C with G'],
      ['Read', 'three letters name one amino acid'],
    ],
    wrong: 'DNA is made of twenty letters, one for each protein.',
  },
  {
    about: /\b(rainbows?)\b/i,
    title: 'Rainbows',
    gist: 'Sunlight bends into each raindrop, is reflected at its back, and comes out split into colours at about 42 degrees.',
    points: [
      ['Where', 'opposite the Sun'],
      ['Second bow', 'two reflections, colours turned around'],
    ],
    wrong: 'A rainbow is the shadow of the Sun on a cloud.',
  },
  {
    about: /\b(git)\b.*\b(rebase|merge)\b|\brebase\b/i,
    title: 'Merge and rebase',
    gist: 'A merge keeps both lines of history and ties them; a rebase writes yours again on top of the other.',
    points: [
      ['Merge', 'true, but crowded'],
      ['Rebase', 'tidy, but never for what others already have'],
    ],
    wrong: 'A rebase deletes the other branch and is the same as a merge.',
  },
];

/** Country, capital, and the city that is often taken for it. */
export const CAPITALS: readonly (readonly [country: string, capital: string, taken: string])[] = [
  ['Australia', 'Canberra', 'Sydney'],
  ['Brazil', 'Brasília', 'Rio de Janeiro'],
  ['Canada', 'Ottawa', 'Toronto'],
  ['China', 'Beijing', 'Shanghai'],
  ['Egypt', 'Cairo', 'Alexandria'],
  ['France', 'Paris', 'Lyon'],
  ['Germany', 'Berlin', 'Frankfurt'],
  ['Greece', 'Athens', 'Thessaloniki'],
  ['India', 'New Delhi', 'Mumbai'],
  ['Italy', 'Rome', 'Milan'],
  ['Japan', 'Tokyo', 'Kyoto'],
  ['Kenya', 'Nairobi', 'Mombasa'],
  ['Mexico', 'Mexico City', 'Guadalajara'],
  ['Morocco', 'Rabat', 'Casablanca'],
  ['New Zealand', 'Wellington', 'Auckland'],
  ['Nigeria', 'Abuja', 'Lagos'],
  ['Norway', 'Oslo', 'Bergen'],
  ['Pakistan', 'Islamabad', 'Karachi'],
  ['Peru', 'Lima', 'Cusco'],
  ['Poland', 'Warsaw', 'Kraków'],
  ['Portugal', 'Lisbon', 'Porto'],
  ['South Korea', 'Seoul', 'Busan'],
  ['Spain', 'Madrid', 'Barcelona'],
  ['Sweden', 'Stockholm', 'Gothenburg'],
  ['Switzerland', 'Bern', 'Zurich'],
  ['Turkey', 'Ankara', 'Istanbul'],
  ['United States', 'Washington, D.C.', 'New York'],
  ['Vietnam', 'Hanoi', 'Ho Chi Minh City'],
];
