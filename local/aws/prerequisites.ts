import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { checkTerraform } from "../../infrastructure/cli/account";
import { Problem } from "../problem";

const run = promisify(execFile);

const REQUIREMENTS = "local/aws/moto/requirements.txt";
const HOW = `pip install -r ${REQUIREMENTS} (PYTHON names another Python, such as a virtual environment's)`;

/** The version that bridge.py was written for: it reaches into moto. */
async function wantedMoto(): Promise<string | undefined> {
  return /^moto\[server\]==([\d.]+)/m.exec(await readFile(REQUIREMENTS, "utf8"))?.[1];
}

async function motoOf(python: string): Promise<string | undefined> {
  return run(python, ["-c", "import moto, moto.server; print(moto.__version__)"]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}

/**
 * Checks that this machine can emulate AWS.
 * @returns the Python that has moto: `PYTHON`, else the first of the usual names
 * @throws {Problem} saying what is missing and how to get it
 */
export async function checkPrerequisites(): Promise<{ readonly python: string }> {
  await checkTerraform();
  const wanted = await wantedMoto();
  const pythons = process.env["PYTHON"] ? [process.env["PYTHON"]] : ["python3", "python"];
  const found: { python: string; version: string }[] = [];
  for (const python of pythons) {
    const version = await motoOf(python);
    if (version === wanted) return { python };
    if (version) found.push({ python, version });
  }
  const [other] = found;
  if (other) {
    throw new Problem(`${other.python} has moto ${other.version}, but ${wanted} is needed: ${HOW}`);
  }
  throw new Problem(`moto, which emulates AWS, is missing (a Python package): ${HOW}`);
}
