import { imageSource, largestImage } from "./images";

const BASE = "https://image.tmdb.org/t/p";

describe("the addresses of an image", () => {
  it("of a poster are all its widths, the middle one for a browser without srcset", () => {
    expect(imageSource(BASE, "poster", "/x.jpg")).toEqual({
      src: `${BASE}/w500/x.jpg`,
      srcSet: [185, 342, 500, 780].map((width) => `${BASE}/w${width}/x.jpg ${width}w`).join(", "),
    });
  });

  it("of a backdrop, a person and a provider are theirs, each with its width", () => {
    expect(imageSource(BASE, "backdrop", "/y.jpg")).toEqual({
      src: `${BASE}/w780/y.jpg`,
      srcSet: `${BASE}/w300/y.jpg 300w, ${BASE}/w780/y.jpg 780w, ${BASE}/w1280/y.jpg 1280w`,
    });
    expect(imageSource(BASE, "profile", "/z.jpg")).toEqual({
      src: `${BASE}/h632/z.jpg`,
      srcSet: `${BASE}/w185/z.jpg 185w, ${BASE}/h632/z.jpg 421w`,
    });
    expect(imageSource(BASE, "logo", "/l.jpg")).toEqual({
      src: `${BASE}/w92/l.jpg`,
      srcSet: `${BASE}/w92/l.jpg 92w`,
    });
  });

  it("are one alone for who shows it elsewhere: the largest", () => {
    expect(largestImage(BASE, "poster", "/x.jpg")).toBe(`${BASE}/w780/x.jpg`);
    expect(largestImage(BASE, "profile", "/z.jpg")).toBe(`${BASE}/h632/z.jpg`);
  });
});
