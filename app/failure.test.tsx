import { renderToStaticMarkup } from "react-dom/server";

import ErrorPage from "./error";
import GlobalError from "./global-error";
import { addressIn } from "./i18n/address";
import { FAILURE_WORDS } from "./i18n/failure-words";
import { LANGUAGE_CODES, LANGUAGES } from "./i18n/languages";

let pathname = "/";
jest.mock("next/navigation", () => ({ usePathname: () => pathname }));

const error = Object.assign(new Error("a secret"), { digest: "123456" });

describe.each(LANGUAGE_CODES)("a failure in %s", (language) => {
  const words = FAILURE_WORDS[language];

  test("is told on the page, with what it is logged as, and nothing of the error", () => {
    pathname = addressIn(language, "/movies/603");
    const html = renderToStaticMarkup(<ErrorPage error={error} />);
    expect(html).toContain(`<h1>${words.title}</h1>`);
    expect(html).toContain(words.logged);
    expect(html).toContain("<code>123456</code>");
    expect(html).toMatch(new RegExp(`<button[^>]*>${words.retry}</button>`));
    expect(html).not.toContain("secret");
  });

  test("is told without the layout, in the direction of the language", () => {
    pathname = addressIn(language, "/");
    const html = renderToStaticMarkup(<GlobalError error={error} />);
    expect(html).toMatch(new RegExp(`^<html lang="${language}" dir="${LANGUAGES[language].direction}">`));
    expect(html).toContain(`<title>${words.title}</title>`);
    expect(html).toContain(`<h1>${words.title}</h1>`);
  });
});

test("an error without a digest has no reference", () => {
  expect(renderToStaticMarkup(<ErrorPage error={new Error("of the browser")} />)).not.toContain("<code>");
});
