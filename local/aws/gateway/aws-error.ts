/** An error as an AWS API answers it. */
export class AwsError extends Error {
  override readonly name: string = "AwsError";

  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Such as "NoSuchDistribution". */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
