import { soakSeconds } from "./seconds";

it("is what SOAK_SECONDS says, else as usual", () => {
  expect(soakSeconds(600, {} as NodeJS.ProcessEnv)).toBe(600);
  expect(soakSeconds(600, { SOAK_SECONDS: " " } as unknown as NodeJS.ProcessEnv)).toBe(600);
  expect(soakSeconds(600, { SOAK_SECONDS: "90" } as unknown as NodeJS.ProcessEnv)).toBe(90);
});

it.each(["ten", "49", "-600", "60.5"])("is not %s", (seconds) => {
  const environment = { SOAK_SECONDS: seconds } as unknown as NodeJS.ProcessEnv;
  expect(() => soakSeconds(600, environment)).toThrow(RangeError);
});
