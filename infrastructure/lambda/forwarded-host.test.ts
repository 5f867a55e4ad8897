import { withVisitorsHost } from "./forwarded-host";

it("is the host that the visitor asked for", () => {
  const headers = {
    host: "abc.lambda-url.eu-west-3.on.aws",
    "x-forwarded-host": "films.example.org",
    accept: "*/*",
  };
  expect(withVisitorsHost({ rawPath: "/", headers })).toEqual({
    rawPath: "/",
    headers: { ...headers, host: "films.example.org" },
  });
});

it("is the host of the event where nobody forwarded it", () => {
  const event = { headers: { host: "localhost" } };
  expect(withVisitorsHost(event)).toBe(event);
  expect(withVisitorsHost({})).toEqual({});
});
