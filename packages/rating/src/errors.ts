/** Base of every refusal of this library; `code` is stable, the message says what to do. */
export abstract class RatingError extends Error {
  abstract readonly code: string;
}

/** The columns do not describe votes: a length, a code or a number is impossible. */
export class InvalidVotes extends RatingError {
  readonly code = 'invalid-votes';
}

/** An option has a value that the function cannot work with. */
export class InvalidOption extends RatingError {
  readonly code = 'invalid-option';
}

/** Some ratings would be infinite, or have no common scale (Ford 1957). */
export class NotConnected extends RatingError {
  readonly code = 'not-connected';
  /** Strongly connected components of "beat or tied with", largest first, as names. */
  readonly components: readonly (readonly string[])[];

  constructor(components: readonly (readonly string[])[], why?: string) {
    const parts = components.length;
    super(
      why ??
        (parts === 0
          ? 'There is no vote between two different models.'
          : `The votes do not connect all models: they fall into ${parts} sets in which every model can be reached by wins ` +
            `(${components.slice(0, 3).map(describeSet).join('; ')}${parts > 3 ? '; …' : ''}). ` +
            'Fit the largest set (connectivity: "largest"), tie all models together by a prior (connectivity: "prior"), or collect votes between the sets.'),
    );
    this.components = components;
  }
}

/** A covariate has no effect that these votes could show apart from the models. */
export class NotIdentified extends RatingError {
  readonly code = 'not-identified';
  readonly covariate: string;

  constructor(covariate: string, why: string) {
    super(`The effect of "${covariate}" cannot be estimated: ${why}. Leave this control out.`);
    this.covariate = covariate;
  }
}

/** The optimiser did not reach a maximum; `gradientNorm` is what was left. */
export class NotConverged extends RatingError {
  readonly code = 'not-converged';
  readonly iterations: number;
  readonly gradientNorm: number;

  constructor(iterations: number, gradientNorm: number) {
    super(
      `The fit did not converge: after ${iterations} iterations the gradient is still ${gradientNorm}. Some effect may separate wins from losses completely, or votes may weigh almost nothing; leave out a control, choose a simpler tie model, or gather more votes.`,
    );
    this.iterations = iterations;
    this.gradientNorm = gradientNorm;
  }
}

function describeSet(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
