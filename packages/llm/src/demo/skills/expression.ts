/** The value of an expression of `+ - * / ^ ( )` and decimal numbers; undefined where it is none. */
export function evaluate(text: string): number | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/^()]|\S/g) ?? [];
  let position = 0;
  const peek = (): string | undefined => tokens[position];
  const isNext = (token: string): boolean => {
    if (peek() !== token) return false;
    position++;
    return true;
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (isNext('+')) value += product();
      else if (isNext('-')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (isNext('*')) value *= power();
      else if (isNext('/')) value /= power();
      else return value;
    }
  };
  const power = (): number => {
    if (isNext('-')) return -power();
    const base = atom();
    return isNext('^') ? base ** power() : base;
  };
  const atom = (): number => {
    if (isNext('(')) {
      const value = sum();
      return isNext(')') ? value : Number.NaN;
    }
    const token = peek() ?? '';
    position++;
    return /^\d/.test(token) ? Number(token) : Number.NaN;
  };
  // Brackets nest as deep as the stack; nobody means hundreds.
  if (tokens.length > 200) return undefined;
  const value = sum();
  return position === tokens.length && Number.isFinite(value) ? value : undefined;
}
