/** A model cannot be trained as asked; the message says what to give instead. */
export class TrainingRefused extends Error {
  readonly code = 'training-refused';
}

/** A degree of damage outside 0 to 1. */
export class DegreeRefused extends Error {
  readonly code = 'degree-refused';
  readonly degree: number;
  constructor(degree: number) {
    super(`The degree of damage is ${degree}; give a number from 0 (none) to 1 (nothing is left of the model).`);
    this.degree = degree;
  }
}
