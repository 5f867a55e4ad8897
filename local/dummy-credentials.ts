/** What an AWS on this machine is given, which checks no signature. */
export const DUMMY_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

/** Variables for the AWS SDK that only ever speaks to what runs here. */
export function dummyCredentials(): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: DUMMY_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: DUMMY_CREDENTIALS.secretAccessKey,
    // A person's own profile or session would win over the two above.
    AWS_SESSION_TOKEN: "",
    AWS_PROFILE: "",
  };
}
