import { getI18n } from "@/app/i18n/i18n";
import { getNonce } from "@/app/nonce";
import { COLOURS, HIGH_CONTRAST } from "@/app/ui/colours";
import { CONTRAST_KEY } from "@/app/ui/contrast";

const { light, dark } = COLOURS;
const STRONG = `
    color-scheme: dark; --accent: ${HIGH_CONTRAST.primary.main};
    --ground: ${HIGH_CONTRAST.background.default}; --text: ${HIGH_CONTRAST.text.primary}
`;

const STYLE = `
  :root {
    color-scheme: light dark;
    font: 1.1rem/1.55 system-ui, sans-serif;
    --accent: light-dark(${light.primary.main}, ${dark.primary.main});
    --ground: light-dark(${light.background.default}, ${dark.background.default});
    --text: light-dark(${light.text.primary}, ${dark.text.primary});
  }
  :root[data-contrast="more"] {${STRONG}}
  @media (prefers-contrast: more) { :root:not([data-contrast]) {${STRONG}} }
  body { max-width: 40rem; margin: 15vh auto 0; padding: 0 1.25rem; background: var(--ground); color: var(--text) }
  h1 { margin: 0 0 0.5rem; line-height: 1.15 }
  nav { display: flex; flex-wrap: wrap; gap: 0 2rem }
  a { display: inline-flex; align-items: center; min-height: 44px; color: var(--accent); font-weight: 650 }
  a:focus-visible { outline: 3px solid; outline-offset: 2px }
`;

/** Shows what the theme menu has kept: the mode by MUI, under its own name. */
const SCRIPT = `
  try {
    const { dataset, style } = document.documentElement;
    const contrast = localStorage.getItem("${CONTRAST_KEY}");
    const mode = localStorage.getItem("mui-mode");
    if (contrast) dataset.contrast = contrast;
    if (contrast !== "more" && ["light", "dark"].includes(mode)) style.colorScheme = mode;
  } catch {}
`;

/**
 * What the service worker (public/sw.js) shows when the network does not answer. It stands at any address, whose page
 * React would miss, so it is plain HTML that needs nothing else; the words in it are our own.
 */
export async function GET(): Promise<Response> {
  const { t, href, language, direction } = await getI18n();
  const nonce = await getNonce();
  const page = `<!doctype html>
<html lang="${language}" dir="${direction}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="/icon.svg" />
    <meta name="robots" content="noindex" />
    <title>${t("offline.title")} · ${t("site.name")}</title>
    <style nonce="${nonce}">${STYLE}</style>
    <script nonce="${nonce}">${SCRIPT}</script>
  </head>
  <body>
    <main>
      <h1>${t("offline.title")}</h1>
      <p>${t("offline.why")}</p>
      <nav aria-label="${t("site.mainNav")}">
        <a href="">${t("offline.retry")}</a>
        <a href="${href("/watchlist")}">${t("offline.watchlist")}</a>
      </nav>
    </main>
  </body>
</html>
`;
  return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
