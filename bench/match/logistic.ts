/** A fitted logistic regression over raw (not standardised) features. */
export interface LogisticModel {
  bias: number;
  weights: number[];
  /** Weight times the feature's standard deviation: how much a feature says. */
  standardised: number[];
}

/**
 * Logistic regression with an L2 penalty by Newton's method (iteratively reweighted least squares).
 * @param penalty on the standardised weights, the bias is free
 */
export function fitLogistic(
  features: readonly Float64Array[],
  labels: readonly number[],
  offsets: readonly number[],
  sampleWeights: readonly number[],
  penalty: number,
): LogisticModel {
  const columns = features[0]!.length;
  const { means, deviations } = moments(features, columns);
  const size = columns + 1;
  const beta = new Float64Array(size);
  const row = new Float64Array(size);
  for (let step = 0; step < 25; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    features.forEach((feature, at) => {
      row[columns] = 1;
      for (let column = 0; column < columns; column++) {
        row[column] = (feature[column]! - means[column]!) / deviations[column]!;
      }
      let sum = offsets[at]!;
      for (let column = 0; column < size; column++) sum += beta[column]! * row[column]!;
      const probability = 1 / (1 + Math.exp(-sum));
      const error = sampleWeights[at]! * (labels[at]! - probability);
      const curvature = sampleWeights[at]! * Math.max(1e-9, probability * (1 - probability));
      for (let column = 0; column < size; column++) {
        gradient[column]! += error * row[column]!;
        const scaled = curvature * row[column]!;
        const line = hessian[column]!;
        for (let other = 0; other <= column; other++) line[other]! += scaled * row[other]!;
      }
    });
    for (let column = 0; column < columns; column++) {
      gradient[column]! -= penalty * beta[column]!;
      hessian[column]![column]! += penalty;
    }
    const change = solve(hessian, gradient);
    let largest = 0;
    for (let column = 0; column < size; column++) {
      beta[column]! += change[column]!;
      largest = Math.max(largest, Math.abs(change[column]!));
    }
    if (largest < 1e-5) break;
  }
  const weights = Array.from({ length: columns }, (_, column) => beta[column]! / deviations[column]!);
  let bias = beta[columns]!;
  weights.forEach((weight, column) => {
    bias -= weight * means[column]!;
  });
  return { bias, weights, standardised: [...beta.slice(0, columns)] };
}

function moments(features: readonly Float64Array[], columns: number) {
  const means = new Float64Array(columns);
  const deviations = new Float64Array(columns);
  for (const feature of features) for (let at = 0; at < columns; at++) means[at]! += feature[at]!;
  for (let at = 0; at < columns; at++) means[at]! /= features.length;
  for (const feature of features) {
    for (let at = 0; at < columns; at++) deviations[at]! += (feature[at]! - means[at]!) ** 2;
  }
  for (let at = 0; at < columns; at++) {
    deviations[at] = Math.sqrt(deviations[at]! / features.length) || 1;
  }
  return { means, deviations };
}

/** Solves a symmetric positive definite system given by its lower triangle (Cholesky). */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map((line) => Float64Array.from(line));
  for (let at = 0; at < size; at++) {
    for (let column = 0; column <= at; column++) {
      let sum = lower[at]![column]!;
      for (let k = 0; k < column; k++) sum -= lower[at]![k]! * lower[column]![k]!;
      lower[at]![column] = at === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[column]![column]!;
    }
  }
  const found = Float64Array.from(right);
  for (let at = 0; at < size; at++) {
    for (let k = 0; k < at; k++) found[at]! -= lower[at]![k]! * found[k]!;
    found[at]! /= lower[at]![at]!;
  }
  for (let at = size - 1; at >= 0; at--) {
    for (let k = at + 1; k < size; k++) found[at]! -= lower[k]![at]! * found[k]!;
    found[at]! /= lower[at]![at]!;
  }
  return found;
}
