export type Dependency = "dynamodb" | "ssm" | "tmdb";

export interface LastUse {
  readonly reachable: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Whether what this process depends on was reachable when it was last used; null: not used so far. */
export type Health = Readonly<Record<Dependency, LastUse | null>>;

export interface HealthRecord {
  note(dependency: Dependency, reachable: boolean): void;
  read(): Health;
}

/**
 * Remembers the last use of each dependency, so that asking for health costs none of them a request.
 *
 * @param now milliseconds since the epoch
 */
export function createHealthRecord(now: () => number = Date.now): HealthRecord {
  const record: Record<Dependency, LastUse | null> = { dynamodb: null, ssm: null, tmdb: null };
  return {
    note(dependency, reachable) {
      record[dependency] = { reachable, at: now() };
    },
    read: () => ({ ...record }),
  };
}
