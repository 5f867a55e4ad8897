import fc from "fast-check";

// What is run for each of a thousand mutants has to be quick, and the same for all of them.
fc.configureGlobal({ numRuns: 20, seed: 1, endOnFailure: true });
