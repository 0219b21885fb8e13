/** One labelled example: features in a fixed order (the bias is added by the fit). */
export interface Example {
  features: number[];
  label: 0 | 1;
  weight: number;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** Solves a small dense linear system by Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    for (let row = column + 1; row < size; row += 1) {
      const factor = rows[row]![column]! / head[column]!;
      for (let at = column; at <= size; at += 1) rows[row]![at]! -= factor * head[at]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = rows[row]![size]!;
    for (let at = row + 1; at < size; at += 1) sum -= rows[row]![at]! * solution[at]!;
    solution[row] = sum / rows[row]![row]!;
  }
  return solution;
}

/**
 * Logistic regression by Newton's method with an L2 penalty (not on the bias, which comes last).
 * @returns weights in the order of the features, then the bias
 */
export function fitLogistic(examples: readonly Example[], penalty: number, steps = 12): number[] {
  const size = examples[0]!.features.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < steps; step += 1) {
    const hessian = Array.from({ length: size }, (_, at) => {
      const row = new Array<number>(size).fill(0);
      row[at] = at < size - 1 ? penalty : 1e-6;
      return row;
    });
    const gradient = weights.map((weight, at) => (at < size - 1 ? penalty * weight : 0));
    for (const { features, label, weight } of examples) {
      const x = [...features, 1];
      let sum = 0;
      for (let at = 0; at < size; at += 1) sum += x[at]! * weights[at]!;
      const chance = sigmoid(sum);
      const slope = weight * chance * (1 - chance);
      for (let at = 0; at < size; at += 1) {
        if (x[at] === 0) continue;
        gradient[at]! += weight * (chance - label) * x[at]!;
        for (let other = 0; other < size; other += 1) hessian[at]![other]! += slope * x[at]! * x[other]!;
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - change[at]!);
  }
  return weights;
}

export function predict(weights: readonly number[], features: readonly number[]): number {
  let sum = weights[features.length]!;
  for (let at = 0; at < features.length; at += 1) sum += weights[at]! * features[at]!;
  return sigmoid(sum);
}

/** Area under the precision-recall curve (average precision). */
export function averagePrecision(scored: readonly { score: number; label: 0 | 1 }[]): number {
  const sorted = [...scored].sort((x, y) => y.score - x.score);
  let hits = 0;
  let sum = 0;
  sorted.forEach(({ label }, at) => {
    if (label === 0) return;
    hits += 1;
    sum += hits / (at + 1);
  });
  return hits ? sum / hits : 0;
}
