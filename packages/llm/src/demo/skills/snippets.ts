/** One task in some languages, with the slip that a careless character makes in it. */
export interface Snippet {
  readonly about: RegExp;
  readonly title: string;
  readonly note: string;
  readonly code: Readonly<Record<string, string>>;
  /** Replaces the first by the second, in whatever language has it. */
  readonly slips: readonly (readonly [right: string, wrong: string])[];
}

export const SNIPPETS: readonly Snippet[] = [
  {
    about: /fibonacci/i,
    title: 'Fibonacci numbers',
    note: 'Two numbers are kept and moved along: linear time, constant memory.',
    code: {
      python:
        'def fibonacci(n: int) -> int:\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a',
      javascript:
        'function fibonacci(n) {\n  let [a, b] = [0, 1];\n  for (let k = 0; k < n; k++) [a, b] = [b, a + b];\n  return a;\n}',
      rust: 'fn fibonacci(n: u32) -> u64 {\n    let (mut a, mut b) = (0, 1);\n    for _ in 0..n {\n        (a, b) = (b, a + b);\n    }\n    a\n}',
    },
    slips: [
      ['a, b = 0, 1', 'a, b = 1, 1'],
      ['[0, 1]', '[1, 1]'],
      ['(0, 1)', '(1, 1)'],
    ],
  },
  {
    about: /fizz ?buzz/i,
    title: 'FizzBuzz',
    note: 'The case of fifteen has to come first.',
    code: {
      python:
        'for n in range(1, 101):\n    print("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n)',
      javascript:
        "for (let n = 1; n <= 100; n++) {\n  console.log(n % 15 === 0 ? 'FizzBuzz' : n % 3 === 0 ? 'Fizz' : n % 5 === 0 ? 'Buzz' : n);\n}",
    },
    slips: [
      ['range(1, 101)', 'range(1, 100)'],
      ['n <= 100', 'n < 100'],
    ],
  },
  {
    about: /binary search/i,
    title: 'Binary search',
    note: 'Halves a sorted list until the value is found or nothing is left.',
    code: {
      python:
        'def find(items, wanted):\n    low, high = 0, len(items)\n    while low < high:\n        middle = (low + high) // 2\n        if items[middle] < wanted:\n            low = middle + 1\n        else:\n            high = middle\n    return low if low < len(items) and items[low] == wanted else -1',
      javascript:
        'function find(items, wanted) {\n  let [low, high] = [0, items.length];\n  while (low < high) {\n    const middle = (low + high) >> 1;\n    if (items[middle] < wanted) low = middle + 1;\n    else high = middle;\n  }\n  return items[low] === wanted ? low : -1;\n}',
    },
    slips: [['low = middle + 1', 'low = middle']],
  },
  {
    about: /sort/i,
    title: 'Sorting',
    note: 'Quicksort in a few lines; for real work use what the language has built in.',
    code: {
      python:
        'def quicksort(items):\n    if len(items) < 2:\n        return items\n    pivot, *rest = items\n    smaller = [x for x in rest if x < pivot]\n    others = [x for x in rest if x >= pivot]\n    return quicksort(smaller) + [pivot] + quicksort(others)',
      javascript:
        'function quicksort(items) {\n  if (items.length < 2) return items;\n  const [pivot, ...rest] = items;\n  const smaller = rest.filter((x) => x < pivot);\n  const others = rest.filter((x) => x >= pivot);\n  return [...quicksort(smaller), pivot, ...quicksort(others)];\n}',
      sql: 'SELECT name, score\nFROM players\nORDER BY score DESC, name;',
    },
    slips: [
      ['x >= pivot', 'x > pivot'],
      ['score DESC', 'score'],
    ],
  },
  {
    about: /\b(fetch|http|api|request|download)\b/i,
    title: 'Fetching JSON',
    note: 'The status is checked, because an error page is no data.',
    code: {
      python:
        'import json\nfrom urllib.request import urlopen\n\ndef fetch_json(url: str):\n    with urlopen(url, timeout=10) as response:\n        return json.load(response)',
      javascript:
        'async function fetchJson(url) {\n  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });\n  if (!response.ok) throw new Error(String(response.status));\n  return await response.json();\n}',
    },
    slips: [
      ['return await response.json()', 'return response.json'],
      ['urlopen(url, timeout=10)', 'open(url)'],
    ],
  },
  {
    about: /\b(regex|regexp|regular expression|e-?mail address)\b/i,
    title: 'A regular expression for addresses',
    note: 'Good enough to catch typing errors; only a sent message proves an address.',
    code: {
      python:
        'import re\n\nEMAIL = re.compile(r"^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$")\n\ndef looks_like_email(text: str) -> bool:\n    return EMAIL.match(text) is not None',
      javascript:
        'const EMAIL = /^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$/;\n\nconst looksLikeEmail = (text) => EMAIL.test(text);',
    },
    slips: [['\\.[^', '.[^']],
  },
  {
    about: /\bprimes?\b/i,
    title: 'Prime numbers',
    note: 'The sieve of Eratosthenes: cross out multiples, keep the rest.',
    code: {
      python:
        'def primes(limit: int) -> list[int]:\n    is_prime = [True] * (limit + 1)\n    for n in range(2, int(limit**0.5) + 1):\n        if is_prime[n]:\n            for multiple in range(n * n, limit + 1, n):\n                is_prime[multiple] = False\n    return [n for n in range(2, limit + 1) if is_prime[n]]',
      javascript:
        'function primes(limit) {\n  const isPrime = new Array(limit + 1).fill(true);\n  for (let n = 2; n * n <= limit; n++) {\n    if (isPrime[n]) for (let m = n * n; m <= limit; m += n) isPrime[m] = false;\n  }\n  return [...isPrime.keys()].filter((n) => n >= 2 && isPrime[n]);\n}',
    },
    slips: [
      ['n >= 2 &&', 'n >= 1 &&'],
      ['for n in range(2, limit + 1) if', 'for n in range(1, limit + 1) if'],
    ],
  },
  {
    about: /\b(reverse|palindrome)\b/i,
    title: 'Turning a text around',
    note: 'A text that equals its own reverse is a palindrome.',
    code: {
      python:
        'def reverse(text: str) -> str:\n    return text[::-1]\n\ndef is_palindrome(text: str) -> bool:\n    letters = [c.lower() for c in text if c.isalnum()]\n    return letters == letters[::-1]',
      javascript:
        "const reverse = (text) => [...text].reverse().join('');\n\nconst isPalindrome = (text) => {\n  const letters = text.toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, '');\n  return letters === reverse(letters);\n};",
    },
    slips: [
      ['letters == letters[::-1]', 'letters == letters'],
      ['[...text].reverse()', 'text.reverse()'],
    ],
  },
  {
    about: /\bcent(er|re|ring)\b.*\b(div|element|text)\b|\bcss\b/i,
    title: 'Centring with CSS',
    note: 'A grid of one cell puts its content in the middle both ways.',
    code: { css: '.parent {\n  display: grid;\n  place-items: center;\n  min-height: 100dvh;\n}' },
    slips: [['display: grid', 'display: inline']],
  },
  {
    about: /\bhello,? world\b/i,
    title: 'Hello, world',
    note: 'Everything begins with it.',
    code: {
      python: 'print("Hello, world!")',
      javascript: "console.log('Hello, world!');",
      rust: 'fn main() {\n    println!("Hello, world!");\n}',
      sql: "SELECT 'Hello, world!';",
    },
    slips: [['world!', 'word!']],
  },
];
