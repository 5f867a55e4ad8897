import { Problem } from "@/local/problem";

import { explain } from "./run-command";

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

it("tells what a person can put right in a sentence", () => {
  expect(explain(new Problem("Terraform is missing."))).toBe("Terraform is missing.");
  expect(explain(named("ExpiredToken", "x"))).toBe(
    "AWS refuses the credentials (ExpiredToken): sign in again.",
  );
});

it("keeps what the SDK says of credentials: an ended session is not a missing one", () => {
  const ended = "The SSO session associated with this profile has expired. To refresh it, run aws sso login.";
  expect(explain(named("CredentialsProviderError", ended))).toContain(ended);
});

it("leaves every other error whole", () => {
  const error = named("AccessDenied", "no");
  expect(explain(error)).toBe(error);
});
