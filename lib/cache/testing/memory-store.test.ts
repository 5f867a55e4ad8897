import { createMemoryStore } from "./memory-store";
import { describeStoreContract } from "./store-contract";

describe("the memory store", () => {
  describeStoreContract(createMemoryStore);
});
