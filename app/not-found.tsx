import type { Metadata } from "next";

import { getI18n } from "./i18n/i18n";
import { NotFoundMessage } from "./ui/not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t("missing.title") };
}

export default async function NotFound() {
  return <NotFoundMessage title={(await getI18n()).t("missing.page")} />;
}
