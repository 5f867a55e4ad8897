/** A file, and what stands in it. */
export interface Place {
  readonly file: string;
  readonly says: string;
}

/** Where a command is executed, and each of its options. */
export interface Execution extends Place {
  readonly options?: Readonly<Record<string, Place>>;
}

const at = (file: string, says: string, options?: Execution["options"]): Execution => ({
  file,
  says,
  ...(options && { options }),
});

const PARTS = ".ci/test.mjs";
const CI = ".github/workflows/ci.yml";
const SCENARIO = "local/aws/scenario-steps.ts";
const WEEKLY = ".github/workflows/weekly.yml";
const README_SPEC = "e2e/readme.spec.ts";
const HERE = "docs/commands.test.ts";

/** The scenario's operator gives it to every command. */
const STAGE = { "--stage": at("local/aws/operator.ts", '"--stage", stage') };

const part = (name: string) => at(PARTS, `script: ["${name}"]`);

/** What executes the commands of the documents, by their names. */
export const EXECUTED: Readonly<Record<string, Execution>> = {
  "npm start": at(README_SPEC, '"npm start"'),
  "npm run dev": at(README_SPEC, '"npm run dev"'),
  curl: at(README_SPEC, "README.matchAll"),
  "npx next start": at("e2e/server.ts", '["start", "-p"', { "-p": at("e2e/server.ts", '["start", "-p"') }),

  "npm test": at(".ci/run", "npm test"),
  "npm ci": at("local/install.mjs", '["ci", '),
  "npm run lint": part("lint"),
  "npm run typecheck": part("typecheck"),
  "npm run test:unit": part("test:unit"),
  "npm run test:fleet": part("test:fleet"),
  "npm run build": part("build"),
  "npm run test:e2e": at(PARTS, 'script: ["test:e2e"]', {
    "--update-snapshots": at(WEEKLY, "npm run test:e2e -- --update-snapshots"),
  }),
  "npm run test:infra": at("infrastructure/tests/run.mjs", "Object.entries(PARTS)"),
  "npm run test:infra check": at(PARTS, '["test:infra", "--", "check"]'),
  "npm run test:infra defects": at(PARTS, '["test:infra", "--", "defects"]'),
  "npm run test:infra scenario": at(PARTS, '["test:infra", "--", "scenario"]'),

  "npm run cloud:build": part("cloud:build"),
  "npm run invoke:local": at(CI, "npm run --silent invoke:local -- "),
  "npm run cloud:install": at(SCENARIO, 'line: "install --no-build"', STAGE),
  "npm run cloud:deploy": at(SCENARIO, 'line: "deploy --no-build"', STAGE),
  "npm run cloud:rollback": at(SCENARIO, 'line: "rollback"', STAGE),
  "npm run cloud:clear-cache": at(SCENARIO, 'line: "clear-cache ', {
    ...STAGE,
    "--query": at(SCENARIO, "clear-cache --query"),
  }),
  "npm run cloud:destroy": at(SCENARIO, 'line: "destroy"', STAGE),
  "infrastructure/install-all.sh": at(HERE, "install-all.sh"),
  "infrastructure/destroy-all.sh": at(HERE, "destroy-all.sh"),
  "pip install": at(CI, "install --disable-pip-version-check -r local/aws/moto/requirements.txt", {
    "-r": at(CI, "-r local/aws/moto/requirements.txt"),
  }),

  "printf sha256sum cut": at(HERE, '"printf sha256sum cut"', { "-c1-12": at(HERE, "hashOf(") }),
  "npm run licences": at("docs/licences.test.ts", "licencesDocument("),
  ".github/release/sbom.sh": at("docs/supply-chain.test.ts", 'run(inRoot(".github/release/sbom.sh")'),

  // Too slow for every change: once a week, at GitHub.
  "npm run cloud:local": at(WEEKLY, "npm run --silent cloud:local"),
  "npm run mutation": at(WEEKLY, "- run: npm run mutation"),
  "npm run bench": at(WEEKLY, "- run: npm run bench\n"),
  "npm run bench cache": at(WEEKLY, "npm run bench -- cache"),
  "npm run bench http": at(WEEKLY, "npm run bench -- http"),
  "npm run bench start": at(WEEKLY, "npm run bench -- start"),
  "npm run bench pages": at(WEEKLY, "npm run bench -- pages"),
  "npm run bench soak": at(WEEKLY, "- run: npm run bench -- soak\n"),
  "npm run bench soak-stack": at(WEEKLY, "- run: npm run bench -- soak-stack\n"),
  "npm run bench costs": at(WEEKLY, "npm run bench -- costs"),
};

/** Where the variables before a command are set for it. */
export const VARIABLES: Readonly<Record<string, Place>> = {
  TMDB_READ_KEY: at(README_SPEC, '"TMDB_READ_KEY=<your token> npm start"'),
  PORT: at(README_SPEC, "PORT: String(port)"),
  BASE_URL: at(SCENARIO, "env: { BASE_URL:"),
  TF_VAR_permissions_boundary_arn: at(".github/workflows/stage.yml", "TF_VAR_permissions_boundary_arn:"),
  AWS_REGION: at("local/aws/local-aws.ts", "AWS_REGION: REGION"),
};

/**
 * What no test of ours can execute, by name, and why: it takes a real AWS account, or GitHub. Nothing else belongs
 * here, and docs/what-only-aws-can-show.md says so too.
 */
export const ONLY_THERE: Readonly<Record<string, string>> = {
  "aws configure": "AWS's own command, which signs somebody in",
  "aws s3api list-object-versions": "AWS's own command, with an account's bucket of states",
  "aws s3api copy-object": "AWS's own command, with an account's bucket of states",
  "terraform force-unlock": "takes a lock that a killed Terraform has left in an account",
  "terraform init": "bootstrap with what GitHub needs, once for an account, by a person",
  "terraform apply": "bootstrap with what GitHub needs, once for an account, by a person",
  "terraform destroy": "bootstrap with what GitHub needs, once for an account, by a person",
  "npm audit": "GitHub's runners ask the registry's advisories",
};
