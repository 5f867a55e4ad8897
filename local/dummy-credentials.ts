/** What an AWS on this machine is given, which checks no signature. */
export const DUMMY_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
