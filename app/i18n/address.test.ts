import { addressIn, splitLanguage } from "./address";

test.each([
  ["/", null, "/"],
  ["/de", "de", "/"],
  ["/de/", "de", "/"],
  ["/de/movies/603", "de", "/movies/603"],
  ["/movies/de", null, "/movies/de"],
  ["/deutsch", null, "/deutsch"],
  ["/constructor", null, "/constructor"],
  ["/en/about", "en", "/about"],
  ["/de//movies.example", "de", "/movies.example"],
  ["//movies.example/de", null, "/movies.example/de"],
])("%s is in the language %s the path %s", (pathname, language, path) => {
  expect(splitLanguage(pathname)).toEqual({ language, path });
});

test.each([
  ["en", "/", "/"],
  ["en", "/?query=de", "/?query=de"],
  ["de", "/", "/de"],
  ["de", "/?query=a/b", "/de?query=a/b"],
  ["ar", "/movies/603?region=DE#cast", "/ar/movies/603?region=DE#cast"],
] as const)("the address in %s of %s is %s", (language, address, expected) => {
  expect(addressIn(language, address)).toBe(expected);
  const { pathname } = new URL(expected, "http://localhost");
  expect(splitLanguage(pathname).path).toBe(new URL(address, "http://localhost").pathname);
});
