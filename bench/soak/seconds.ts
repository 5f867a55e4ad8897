/**
 * How long a soak lasts: `SOAK_SECONDS`, else as long as it usually does.
 * @throws {RangeError} for what is no number of seconds, or too few for its phases
 */
export function soakSeconds(usual: number, environment = process.env): number {
  const text = environment["SOAK_SECONDS"]?.trim();
  if (!text) return usual;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < MIN_SECONDS)
    throw new RangeError(`SOAK_SECONDS has to be a whole number, ${MIN_SECONDS} or more, and is "${text}"`);
  return seconds;
}

/** The shortest phase is a twenty-fifth of it. */
const MIN_SECONDS = 50;
