/** Why a value from outside is not what it should be, and where: "published.value.day". */
export class ParseProblem extends Error {
  override readonly name = 'ParseProblem';
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path || 'value'}: expected ${expected}`);
  }
}

/** Gives the value back as `T`, made of known fields only, or throws a `ParseProblem` naming `path`. */
export type Parser<T> = (value: unknown, path: string) => T;

export const text: Parser<string> = (value, path) => {
  if (typeof value !== 'string') throw new ParseProblem(path, 'text');
  return value;
};

export const filled: Parser<string> = (value, path) => {
  if (typeof value !== 'string' || value.trim() === '')
    throw new ParseProblem(path, 'text that is not empty');
  return value;
};

export const truth: Parser<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ParseProblem(path, 'true or false');
  return value;
};

export const whole: Parser<number> = (value, path) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new ParseProblem(path, 'a whole number');
  return value as number;
};

/** A finite number, of any sign. */
export const finite: Parser<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ParseProblem(path, 'a number');
  return value;
};

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `YYYY-MM-DD` that exists: not 30 February. */
export const day: Parser<string> = (value, path) => {
  const match = typeof value === 'string' ? isoDay.exec(value) : null;
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new ParseProblem(path, 'a day as YYYY-MM-DD');
  return value as string;
};

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

export const instant: Parser<string> = (value, path) => {
  if (typeof value !== 'string' || !isoInstant.test(value) || Number.isNaN(Date.parse(value)))
    throw new ParseProblem(path, 'an instant as YYYY-MM-DDTHH:MM:SSZ');
  return value;
};

/** Every name of a union, as keys: a name added to the union and forgotten here does not compile. */
export const oneOf =
  <Name extends string>(names: Record<Name, true>): Parser<Name> =>
  (value, path) => {
    if (typeof value !== 'string' || !Object.hasOwn(names, value))
      throw new ParseProblem(path, `one of ${Object.keys(names).join(', ')}`);
    return value as Name;
  };

export const orNull =
  <T>(parser: Parser<T>): Parser<T | null> =>
  (value, path) =>
    value === null ? null : parser(value, path);

export const list =
  <T>(parser: Parser<T>): Parser<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new ParseProblem(path, 'a list');
    return value.map((each, index) => parser(each, `${path}[${index}]`));
  };

/** One parser for every field: a field added to `T` and forgotten here does not compile. */
export type Fields<T> = { [Field in keyof T]-?: Parser<T[Field]> };

export const shape =
  <T extends object>(fields: Fields<T>): Parser<T> =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ParseProblem(path, 'an object');
    const made: Partial<T> = {};
    for (const field of Object.keys(fields) as (keyof T & string)[]) {
      const given = Object.hasOwn(value, field) ? (value as T)[field] : undefined;
      made[field] = fields[field](given, path ? `${path}.${field}` : field);
    }
    return made as T;
  };

/** Takes `fallback` for what does not parse. */
export const otherwise =
  <T>(parser: Parser<T>, fallback: T): Parser<T> =>
  (value, path) => {
    try {
      return parser(value, path);
    } catch (problem) {
      if (problem instanceof ParseProblem) return fallback;
      throw problem;
    }
  };
