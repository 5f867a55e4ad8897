import { NextRequest, NextResponse } from "next/server";

import { rememberRegion, visitorOf } from "./visitor";

interface Sent {
  region?: string;
  cookie?: string;
  accepted?: string;
}

function requestOf({ region, cookie, accepted }: Sent): NextRequest {
  const headers = {
    ...(cookie === undefined ? {} : { Cookie: `region=${cookie}` }),
    ...(accepted === undefined ? {} : { "Accept-Language": accepted }),
  };
  const search = region === undefined ? "" : `?region=${region}`;
  return new NextRequest(`https://movies.example/lists/upcoming${search}`, { headers });
}

describe("the region of a visitor", () => {
  const regionOf = (sent: Sent) => visitorOf(requestOf(sent), "de").region;

  test("is the one of the address, then the remembered one, then the browser's, then the language's", () => {
    const all = { region: "JP", cookie: "FR", accepted: "de-AT, en;q=0.5" };
    expect(regionOf(all)).toBe("JP");
    expect(regionOf({ ...all, region: "" })).toBe("FR");
    expect(regionOf({ accepted: all.accepted })).toBe("AT");
    expect(regionOf({ accepted: "de" })).toBe("DE");
    expect(regionOf({})).toBe("DE");
  });

  test("may be written in small letters", () => {
    expect(regionOf({ region: "jp" })).toBe("JP");
  });

  test.each(["QQ", "EU", "Japan", "<b>"])("is not %s", (nowhere) => {
    expect(regionOf({ region: nowhere, cookie: "FR" })).toBe("FR");
    expect(regionOf({ cookie: nowhere })).toBe("DE");
  });
});

describe("remembering a region", () => {
  function remembered(sent: Sent): string | undefined {
    const response = NextResponse.next();
    rememberRegion(requestOf(sent), response);
    return response.cookies.get("region")?.value;
  }

  test("keeps what the address names, in its one spelling", () => {
    expect(remembered({ region: "JP" })).toBe("JP");
    expect(remembered({ region: "jp", cookie: "FR" })).toBe("JP");
    expect(remembered({ region: "UK" })).toBe("GB");
  });

  test("sets nothing where nothing new is named", () => {
    expect(remembered({})).toBeUndefined();
    expect(remembered({ region: "FR", cookie: "FR" })).toBeUndefined();
  });

  test.each(["QQ", "ZZ", "Japan"])("keeps no region that there is not: %s", (nowhere) => {
    expect(remembered({ region: nowhere })).toBeUndefined();
  });
});
