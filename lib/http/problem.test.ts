import { methodNotAllowed, NO_SUCH_ROUTE, problemResponse, UNREADABLE_ADDRESS } from "./problem";

describe("a problem", () => {
  it("is answered as RFC 9457 words it", async () => {
    const response = problemResponse(
      { status: 418, kind: "teapot", title: "A teapot", detail: "It is short and stout." },
      "/api/tea",
    );
    expect(response.status).toBe(418);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/problem+json",
      "cache-control": "no-cache",
    });
    expect(await response.json()).toEqual({
      type: "urn:movies-viewer:teapot",
      title: "A teapot",
      status: 418,
      detail: "It is short and stout.",
      instance: "/api/tea",
    });
  });

  it("may have further members, headers and a time to wait", async () => {
    const response = problemResponse(
      {
        status: 429,
        kind: "busy",
        title: "Busy",
        detail: "Wait.",
        retryAfterSeconds: 7,
        members: { parameter: "page" },
        headers: { Allow: "GET" },
      },
      "/",
    );
    expect(response.headers.get("retry-after")).toBe("7");
    expect(response.headers.get("allow")).toBe("GET");
    expect(await response.json()).toMatchObject({ parameter: "page", status: 429 });
  });

  it("of a method names what is allowed", async () => {
    const response = problemResponse(methodNotAllowed("GET, HEAD"), "/api/movies");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
    expect(await response.json()).toMatchObject({ detail: "This address takes GET, HEAD only." });
  });

  it("of a path has a status of its own for nothing there and for what can't be read", () => {
    expect([NO_SUCH_ROUTE.status, UNREADABLE_ADDRESS.status]).toEqual([404, 400]);
  });
});
