import { requestIdOf } from "./request-id";

const idOf = (given: string) => requestIdOf(new Headers({ "x-amz-cf-id": given }));

it("is CloudFront's where it has named the request", () => {
  const id = "SnfB1TwMQ0Nt7xWcWQXVhVbGXzuXFyTDmbkOcnk1Ttc3SWG1bWz-aA==";
  expect(idOf(id)).toBe(id);
});

it("is a new one where nobody has, or what is given is no name", () => {
  expect(requestIdOf(new Headers())).toMatch(/^[0-9a-f-]{36}$/);
  expect(requestIdOf(new Headers())).not.toBe(requestIdOf(new Headers()));
  for (const odd of ["", "short", "a".repeat(65), 'quoted"by-a-sender', "two words of a sender"]) {
    expect(idOf(odd)).toMatch(/^[0-9a-f-]{36}$/);
  }
});
