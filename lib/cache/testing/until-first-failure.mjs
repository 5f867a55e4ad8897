import NodeEnvironment from "@stryker-mutator/jest-runner/jest-env/node";

/** The last mutant that a test has noticed, by Stryker's number. This module outlives the tests of one mutant. */
let noticed;

/**
 * Skips what is left of the tests of a mutant that one of them has noticed. Stryker asks for no more, but its runner goes
 * on: Jest has no option for it that works where it is called by a program (jestjs/jest#11766).
 */
export default class UntilFirstFailure extends NodeEnvironment {
  handleTestEvent({ name, test }) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (name === "test_start" && mutant === noticed) test.mode = "skip";
    if (name === "test_done" && test.errors.length > 0) noticed = mutant;
  }
}
