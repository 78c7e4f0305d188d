import type { Board } from '@agon/boards';
import { formatFixed, formatSigned } from '../reading/format.ts';
import { paddedRange } from '../reading/ticks.ts';
import { coefficientRange, levelWords } from '../reading/words.ts';
import { forestPlot } from './forest-plot.ts';
import { type Html, html } from './html.ts';
import { figure, type Place, section } from './section.ts';

/** The section on what was taken out of the ratings; null for a board without controls. */
export function controlPlot({ controls, spec }: Board, at: Place): Html | null {
  if (controls.length === 0) return null;
  const rows = controls.map(({ name, coefficient, lower, upper }) => {
    const isAccented = lower > 0 || upper < 0;
    return {
      label: name,
      value: coefficient,
      lower,
      upper,
      figure: formatSigned(coefficient, 3),
      before: '',
      isAccented,
    };
  });
  const range = paddedRange([0, ...controls.flatMap(({ lower, upper }) => [lower, upper])], 0.08);
  const words = controls.map(
    (control) => `${control.name} ${formatSigned(control.coefficient, 3)} (${coefficientRange(control)})`,
  );
  const plot = forestPlot({
    rows,
    groups: [],
    range,
    reference: 0,
    axisTitle: 'Log-odds for one typical difference',
    description: `Coefficients of the controls with intervals: ${words.join(', ')}.`,
  });
  const figures = controls.map(
    (control) =>
      html`<tr><th scope="row"><bdi>${control.name}</bdi></th><td>${formatSigned(control.coefficient, 3)}</td><td>${coefficientRange(control)}</td><td>${formatSigned(control.points, 1)}</td><td>${formatFixed(control.scale, 3)}</td></tr>`,
  );
  return section(
    at,
    { id: 'controls', title: 'What was taken out' },
    html`<p>The ratings above are those of answers equal in ${controls.map(({ name }) => name).join(', ')}. A coefficient right of zero means that voters prefer more of it.</p>`,
    figure({
      label: 'Coefficients of the controls',
      content: plot,
      caption: html`Coefficients with ${levelWords(spec)} intervals; those that exclude zero are in colour.`,
    }),
    html`<div class="scroll" tabindex="0" role="region" aria-label="Coefficients in figures"><table><thead><tr><th scope="col">control</th><th scope="col">coefficient</th><th scope="col">${levelWords(spec)} interval</th><th scope="col">points</th><th scope="col">typical difference</th></tr></thead><tbody>${figures}</tbody></table></div>`,
  );
}
