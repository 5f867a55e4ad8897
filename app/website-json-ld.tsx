import { getI18n } from "./i18n/i18n";
import { JsonLd } from "./json-ld";
import { siteAddress } from "./site-address";

/** What this site is, for search engines (https://schema.org/WebSite). */
export async function WebsiteJsonLd() {
  const { t, href, language } = await getI18n();
  const site = await siteAddress();
  return (
    <JsonLd
      data={{
        "@context": "https://schema.org",
        "@type": "WebSite",
        name: t("site.name"),
        description: t("site.description"),
        url: `${site}${href("/")}`,
        inLanguage: language,
      }}
    />
  );
}
