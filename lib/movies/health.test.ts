import { createHealthRecord } from "./health";

describe("the record of health", () => {
  let clock: number;
  beforeEach(() => {
    clock = 1_700_000_000_000;
  });
  const create = () => createHealthRecord(() => clock);

  it("knows nothing of what was not used", () => {
    expect(create().read()).toEqual({ dynamodb: null, ssm: null, tmdb: null });
  });

  it("keeps the last use of each, and when it was", () => {
    const health = create();
    health.note("tmdb", true);
    clock += 5000;
    health.note("tmdb", false);
    health.note("dynamodb", true);
    expect(health.read()).toEqual({
      dynamodb: { reachable: true, at: 1_700_000_005_000 },
      ssm: null,
      tmdb: { reachable: false, at: 1_700_000_005_000 },
    });
  });

  it("gives away a copy", () => {
    const health = create();
    const before = health.read();
    health.note("ssm", true);
    expect(before.ssm).toBeNull();
  });
});
