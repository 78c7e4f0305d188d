import type { LanguageModel } from '../language-model.ts';
import type { ByteModel } from './byte-model.ts';
import { DegreeRefused } from './errors.ts';

/**
 * The same model with a share of its bytes drawn as if it had seen no context: of 100 bytes it writes, 100 · `degree` come from
 * plain letter frequencies. What it writes is the less likely to the undamaged model, the higher the degree.
 *
 * @throws {DegreeRefused}
 * @example damage(model, 0.1) // one slip in ten letters
 */
export function damage(model: ByteModel, degree: number): LanguageModel {
  if (!(degree >= 0 && degree <= 1)) throw new DegreeRefused(degree);
  const slips = model.frequencies.map((share) => share * degree);
  return {
    ...model,
    read: (context) => {
      const reading = model.read(context);
      const mixed = new Float64Array(model.vocabulary);
      const probabilities = (): Float64Array => {
        const sound = reading.probabilities();
        for (let byte = 0; byte < mixed.length; byte++) {
          mixed[byte] = (slips[byte] ?? 0) + (1 - degree) * (sound[byte] ?? 0);
        }
        return mixed;
      };
      return { probabilities, take: reading.take };
    },
  };
}
