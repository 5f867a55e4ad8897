import type { S3Client } from "@aws-sdk/client-s3";

import type { StateStore } from "./account";
import type { Bootstrapped } from "./bootstrap";
import type { Stage } from "./stage";
import { reasonToKeep } from "./state-store";

export interface Removal {
  readonly stage: Stage;
  readonly s3: S3Client;
  readonly store: StateStore;
  /** What bootstrap has made from this machine. */
  readonly bootstrapped: Bootstrapped | undefined;
  /**
   * Has the person agree that the stage goes, and with the last one the bucket.
   *
   * @throws {Problem} when they don't
   */
  readonly confirm: (isLast: boolean) => Promise<void>;
  readonly destroyStage: () => Promise<void>;
  readonly removeStore: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Removes a stage, and the bucket for states after the last one. */
export async function removeStage(removal: Removal): Promise<void> {
  const { stage, s3, store, bootstrapped, say } = removal;
  const before = await reasonToKeep(s3, store, bootstrapped, stage);
  await removal.confirm(before === undefined);
  await removal.destroyStage();
  say(`${stage} is removed.`);
  // That took minutes, in which somebody may have begun a stage.
  const reason = before ?? (await reasonToKeep(s3, store, bootstrapped));
  if (reason === undefined) await removal.removeStore();
  else say(`The bucket ${store.bucket} stays${reason}`);
}
