import { standInFilm } from "../catalogue/film";
import { GENRES } from "../genres";
import { startTmdbStandIn, type TmdbStandIn } from "../stand-in";
import { letterTitle } from "./lettering";
import { drawLogo } from "./logo";
import { PALETTES } from "./palettes";
import { drawPortrait } from "./portrait";
import { drawPoster } from "./poster";

/** Says whether every element is closed in order and nothing is unescaped: enough of XML for what we draw. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  let rest = svg;
  while (rest !== "") {
    const [token, closing, name = "", empty] =
      /^<(\/?)([a-zA-Z]+)(?: [\w:-]+="[^"<>]*")*(\/?)>/.exec(rest) ??
      /^(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+/.exec(rest) ??
      [];
    if (token === undefined) return false;
    if (closing === "/" && open.pop() !== name) return false;
    if (closing === "" && empty === "") open.push(name);
    rest = rest.slice(token.length);
  }
  return open.length === 0;
}

/** The contrast of two colours as WCAG counts it, 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const film = standInFilm({
  id: 7,
  title: `Me & <You> "or" O'Nobody`,
  director: "Ann <b> Example",
  releaseDate: "1999-01-01",
  genreIds: [18],
});

describe("images over HTTP", () => {
  let standIn: TmdbStandIn;
  beforeAll(async () => {
    standIn = await startTmdbStandIn({ key: "k", films: [film] });
  });
  afterAll(() => standIn.close());

  test.each([
    ["w342/poster-7.svg", 'width="342" height="513"'],
    ["original/poster-7.svg", 'width="1000" height="1500"'],
    ["w780/backdrop-7.svg", 'width="780" height="438.8"'],
    ["w185/profile-1.svg", 'width="185" height="277.5"'],
    ["h632/profile-1.svg", 'width="421" height="631.5"'],
    ["w92/logo-1.svg", 'width="92" height="92"'],
  ])("%s needs no key and may be cached", async (path, size) => {
    const response = await fetch(`${standIn.imageUrl}/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("public, max-age=86400");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.text()).toContain(size);
  });

  test.each([
    "w342/poster-8.svg",
    "w343/poster-7.svg",
    "w342/backdrop-7.svg",
    "w342/poster-7.jpg",
    "w342/logo-1.svg",
    "w45/constructor-1.svg",
    "constructor/logo-1.svg",
  ])("%s is not there", async (path) => {
    expect((await fetch(`${standIn.imageUrl}/${path}`)).status).toBe(404);
  });
});

test("a poster shows title, director and year, escaped, and is well-formed", () => {
  const svg = drawPoster(film, 342);
  expect(svg).toContain("<title>Me &amp; &lt;You&gt; &quot;or&quot; O&#39;Nobody</title>");
  expect(svg).toContain("Ann &lt;b&gt; Example · 1999");
  expect(isWellFormed(svg)).toBe(true);
});

test("every genre and scene gives a well-formed poster, the same each time", () => {
  for (const { id: genreId } of [...GENRES, { id: 0 }]) {
    for (let id = 1; id <= 25; id += 1) {
      const one = standInFilm({ id, title: `Film number ${id}`, genreIds: [genreId] });
      const svg = drawPoster(one, 185);
      expect(isWellFormed(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg.length).toBeLessThan(16_000);
      expect(drawPoster(one, 185)).toBe(svg);
    }
  }
});

test("portraits and logos are well-formed and differ in their colours", () => {
  for (const draw of [drawPortrait, drawLogo]) {
    const drawn = Array.from({ length: 20 }, (_, id) => draw(id, 92));
    expect(drawn.every(isWellFormed)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(5);
  }
});

test("every palette has letters that can be read", () => {
  for (const { light, deep, near } of Object.values(PALETTES)) {
    expect(contrast(light, deep)).toBeGreaterThan(7);
    expect(contrast(near, light)).toBeGreaterThan(4.5);
  }
});

describe("a title", () => {
  const face = { family: "serif", weight: 700, capitals: false, squeeze: 1 };
  const room = { width: 400, height: 250, largest: 90, leading: 1.1 };

  test.each([
    "It",
    "The Lord of the Rings: The Fellowship of the Ring",
    "Supercalifragilisticexpialidocious",
    "",
  ])("%j fits and loses no word", (title) => {
    const { size, lines } = letterTitle(title, face, room);
    expect(lines.map(({ text }) => text).join(" ")).toBe(title);
    expect(size).toBeLessThanOrEqual(90);
    expect(size * 1.1 * lines.length).toBeLessThanOrEqual(250.01);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(400.01);
  });

  test("is broken where its lines come out even", () => {
    const { lines } = letterTitle("A Fish Called Wanda", face, room);
    expect(lines.map(({ text }) => text)).toEqual(["A Fish", "Called", "Wanda"]);
  });
});
