import { isTerraformSource } from "./terraform-source";

it.each(["main.tf", "stage/variables.tf", "viewer-headers.js", "mocks/aws.tfmock.hcl"])(
  "%s is one",
  (path) => {
    expect(isTerraformSource(path)).toBe(true);
  },
);

it.each([
  ".terraform",
  "dev/.terraform.lock.hcl",
  "bootstrap/bucket.tfstate",
  "terraform.tfstate.backup",
  "dev/terraform.tfvars",
  "terraform.tfvars.json",
  "site.auto.tfvars",
])("%s is none", (path) => {
  expect(isTerraformSource(path)).toBe(false);
});
