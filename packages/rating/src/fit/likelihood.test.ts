import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { someVotes } from '../testing/arbitraries.ts';
import { firstDerivatives, secondDerivatives } from '../testing/reference.ts';
import { duel } from '../testing/votes.ts';
import { tieModels } from '../tie-models/index.ts';
import type { TieModelName } from '../tie-models/tie-model.ts';
import { accumulate } from './accumulate.ts';
import { fit } from './fit.ts';
import { logLikelihood } from './log-likelihood.ts';

test('the score of one win between equals is one half for the winner', () => {
  const { problem } = fit(duel(1, 1));
  const { gradient } = accumulate(problem, Float64Array.of(0, 0), {
    matrix: 'information',
    counts: Float64Array.of(1, 0),
  });
  expect(gradient).toEqual(Float64Array.of(0.5, -0.5));
});

const votes = someVotes({ outcomes: ['a', 'b', 'tie', 'bothBad'], weighted: true, covariates: 2 });
const FEW = { numRuns: 30 };
const offsets = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 10, maxLength: 10 });

for (const model of Object.keys(tieModels).filter(isTieModelName)) {
  test.prop([votes, offsets, fc.constantFrom<'error' | 'prior'>('error', 'prior')], { numRuns: 12 })(
    `${model}: gradient and information are the derivatives of the log-likelihood, anywhere`,
    (drawn, moves, connectivity) => {
      const { problem, solution } = fit(drawn, { model, position: true, connectivity });
      const at = solution.parameters.map((value, k) => value + moves[k]);
      const last = at.length - 1;
      // Rao and Kupper's threshold is positive, and so near zero no difference quotient is any good.
      if (model !== 'bradley-terry') at[last] = Math.max(at[last], 0.3);
      const value = (parameters: readonly number[]): number => logLikelihood(problem, Float64Array.from(parameters));
      const { gradient, matrix } = accumulate(problem, at, { matrix: 'information' });
      const size = 1 + Math.abs(value(Array.from(at)));
      firstDerivatives(value, Array.from(at)).forEach((slope, k) => {
        expect(Math.abs(slope - gradient[k])).toBeLessThan(1e-7 * size);
      });
      secondDerivatives(value, Array.from(at)).forEach((row, i) => {
        for (let j = 0; j <= i; j++) expect(Math.abs(row[j] + matrix[i * at.length + j])).toBeLessThan(1e-6 * size);
      });
    },
  );

  test.prop([votes, fc.boolean()], FEW)(
    `${model}: the gradient at the answer is zero beside the number of votes`,
    (drawn, position) => {
      const fitted = fit(drawn, { model, position });
      expect(fitted.gradientNorm).toBeLessThan(1e-8 * fitted.problem.design.votes);
      const { gradient } = accumulate(fitted.problem, fitted.solution.parameters, { matrix: 'information' });
      expect(Math.max(...gradient.map(Math.abs))).toBe(fitted.gradientNorm);
    },
  );
}

function isTieModelName(name: string): name is TieModelName {
  return name in tieModels;
}
