import { readFileSync } from "node:fs";
import { join } from "node:path";

const ENVIRONMENTS = join(__dirname, "..", "environments");
const read = (stage: string, file: string) => readFileSync(join(ENVIRONMENTS, stage, file), "utf8");

describe.each(["dev", "staging", "production"])("the environment %s", (stage) => {
  it("takes and gives what the others do", () => {
    for (const file of ["variables.tf", "outputs.tf"]) expect(read(stage, file)).toBe(read("dev", file));
  });

  it("is the stage of its folder, in names and tags", () => {
    const main = read(stage, "main.tf");
    expect(main.match(/^ +stage += .*$/gm)?.map((line) => line.trim().replace(/ +/g, " "))).toEqual([
      `stage = "${stage}"`,
      "stage = local.tags.stage",
    ]);
  });

  it("hands every variable on, and keeps its state in the bucket it is given", () => {
    const main = read(stage, "main.tf");
    const variables = [...read(stage, "variables.tf").matchAll(/^variable "(\w+)"/gm)].map(
      ([, name]) => name,
    );
    for (const name of variables) expect(main).toContain(`var.${name}\n`);
    expect(main).toContain('backend "s3" {}');
  });
});
